import { describe, expect, test } from "vitest";
import { commandLine } from "../../../src/cli/command-line.ts";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import { PROGRAM } from "../../../src/cli/commands/program.ts";
import { runCli } from "../../rig/run-cli.ts";

const NAMES = COMMANDS.map(({ name }) => name);

describe("help", () => {
  test.each(NAMES)("of %s shows examples before anything that must be studied", async (name) => {
    const { code, stdout, stderr } = await runCli(["help", name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const order = ["Examples:", "Usage:", "-h, --help"].map((each) => stdout.indexOf(each));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect((await runCli([name, "--help"])).stdout).toBe(stdout);
  });

  test("of the program lists every command in its group", async () => {
    const { stdout } = await runCli(["--help"]);
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(stdout).toMatch(/See what is wrong:\n {2}check [\s\S]*Mend it:\n {2}fix [\s\S]*More:\n/);
    expect((await runCli(["help"])).stdout).toBe(stdout);
  });

  test.each([60, 80, 120])("keeps to %i columns", async (columns) => {
    for (const words of [["--help"], ...NAMES.map((name) => ["help", name])]) {
      const { stdout } = await runCli(words, { COLUMNS: String(columns) });
      // What is quoted is one word, and stays one.
      const lines = stdout.split("\n").filter((line) => !/'.* .*'/.test(line));
      const widest = Math.max(...lines.map((line) => line.length));
      expect(widest, words.join(" ")).toBeLessThanOrEqual(columns);
    }
  });

  test("is without colour where it is not for a terminal", async () => {
    expect((await runCli(["--help"])).stdout).not.toContain("\u001b");
    expect((await runCli(["--help"], { FORCE_COLOR: "1" })).stdout).toContain("\u001b[1mExamples:");
    expect((await runCli(["--help"], { FORCE_COLOR: "1", NO_COLOR: "1" })).stdout).not.toContain("\u001b");
    expect((await runCli(["lint", "--no-color", "--help"], { FORCE_COLOR: "1" })).stdout).not.toContain(
      "\u001b",
    );
  });
});

describe("every example is one that the program takes", () => {
  test.each([PROGRAM, ...COMMANDS].flatMap(({ examples }) => examples))(
    "$command",
    async ({ command, says }) => {
      expect(says).toMatch(/^[A-Z].*[^.]$/);
      const program = commandLine(() => undefined);
      const ran: string[] = [];
      for (const each of program.commands) {
        each.action(() => {
          ran.push(each.name());
        });
      }
      // Alone, in quotes for another program, or on either side of a pipe.
      const [, quoted] = /'(proxy-doctor [^']*)'/.exec(command) ?? [];
      const [words = ""] = (quoted ?? command).match(/\bproxy-doctor(?= |$)[^|>)]*/) ?? [];
      const [name, ...rest] = words.trim().split(" ");
      expect(name).toBe("proxy-doctor");
      await program.parseAsync(rest, { from: "user" });
      expect(ran).toEqual([rest[0] ?? "check"]);
    },
  );
});
