import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();

/** A machine of which one target is asked, on loopback, where nothing listens; nothing else leaves. */
function machine(name: string): { readonly file: string; readonly words: readonly string[] } {
  const root = join(scratch, name);
  mkdirSync(join(root, "etc"), { recursive: true });
  const file = join(root, "etc", "environment");
  settings(file, "localhost");
  const words = ["--role", "services", "--services", "127.0.0.1", "--only", "services-machine/web"];
  return { file, words: ["check", ...words, "--root", root, "--watch", "0.2"] };
}

function settings(file: string, list: string): void {
  const lines = ["http_proxy", "https_proxy"].map((name) => `${name}="http://127.0.0.1:1"\n`);
  writeFileSync(file, `${lines.join("")}no_proxy="${list}"\nNO_PROXY="${list}"\n`);
}

/** Does one thing after the other, each when standard output matches its pattern. */
function when(...steps: readonly (readonly [RegExp, (child: ChildProcess) => void])[]) {
  return (child: ChildProcess) => {
    const left = [...steps];
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
      const [next] = left;
      if (next === undefined || !next[0].test(output)) return;
      left.shift();
      output = "";
      next[1](child);
    });
  };
}

describe("in a log", () => {
  test("an edit is told with its time and what it does, and nothing else is; the last check decides", async () => {
    const { file, words } = machine("edited");
    const { code, stdout, stderr } = await run(
      words,
      when(
        [/NOW/, () => settings(file, "localhost,127.0.0.1")],
        [/EDITED[\s\S]*NOW/, (child) => child.kill("SIGINT")],
      ),
    );
    const lines = stdout.trimEnd().split("\n");
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z {2}[A-Z]+ +\S/);
    const told = lines.map((line) => line.slice(26));
    expect(told.filter((line) => line.startsWith("NOW"))).toHaveLength(2);
    expect(told.find((line) => line.startsWith("EDITED  no_proxy"))).toBe(
      "EDITED  no_proxy (/etc/environment): added `127.0.0.1`",
    );
    expect(told.some((line) => /^WAY +commands in this shell: through .* → direct/.test(line))).toBe(true);
    expect(stderr).toBe("");
    expect([0, 1]).toContain(code);
    expect(code).toBe(/^NOW +0 errors/.test(told.at(-1) ?? "") ? 0 : 1);
  });

  test("a password that is edited is not told", async () => {
    const { file, words } = machine("login");
    const login = (password: string) =>
      writeFileSync(file, `http_proxy="http://alice:${password}@127.0.0.1:1"\n`);
    login("s3cret-one");
    const { stdout } = await run(
      words,
      when(
        [/NOW/, () => writeFileSync(file, 'http_proxy="http://alice:s3cret-two@127.0.0.1:2"\n')],
        [/EDITED[\s\S]*NOW/, (child) => child.kill("SIGTERM")],
      ),
    );
    expect(stdout).toMatch(
      /EDITED +http_proxy \(\/etc\/environment\): .*127\.0\.0\.1:1.* → .*127\.0\.0\.1:2/,
    );
    expect(stdout).not.toContain("s3cret");
  });
});

describe("is refused with one line", () => {
  test.each([
    [["--watch", "0"], "--watch: "],
    [["--watch", "5000"], "--watch: "],
    [["--watch", "soon"], "--watch: "],
    [["--watch", "--format", "json"], "--watch: shows a table; leave out --format json"],
    [["--watch", "--output", "report.txt"], "--watch: goes to standard output"],
  ])("%j", async (words, message) => {
    const { code, stdout, stderr } = await run(["check", "--lab", "healthy", ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^proxy-doctor: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });
});

describe.skipIf(!existsSync("/usr/bin/script"))("at a terminal (needs script, of bsdutils)", () => {
  const onTerminal = (words: readonly string[], during: (child: ChildProcess) => void) =>
    new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
      const command = `stty cols 80 rows 24; exec ${program} ${words.join(" ")}`;
      const child = spawn("script", ["-qefc", command, "/dev/null"], { env: { PATH: process.env["PATH"] } });
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      child.on("close", (code) => resolve({ code, output }));
      during(child);
    });

  test("redraws in place, and gives the terminal back with the last report on it", async () => {
    const { file, words } = machine("screen");
    const { code, output } = await onTerminal(
      words,
      when(
        [/No change since/, () => settings(file, "localhost,127.0.0.1")],
        [/EDITED +no_proxy/, (child) => child.stdin?.write("\u0003")],
      ),
    );
    const [before = "", rest = ""] = output.split("\u001b[?1049h");
    const [screen = "", after = ""] = rest.split("\u001b[?1049l");
    expect(before).toBe("");
    expect(screen).toContain("\u001b[H");
    // Lines that scroll would leave what was drawn before behind.
    for (const drawn of screen.split("\u001b[H")) expect(drawn.split("\n").length).toBeLessThanOrEqual(24);
    expect(after).toMatch(/What changed, the latest first[\s\S]*EDITED +no_proxy/);
    expect(after).not.toContain("\u001b[?1049h");
    expect([0, 1]).toContain(code);
  });
});
