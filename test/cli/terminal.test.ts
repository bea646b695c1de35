import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { columnsIn, columnsOf, faceOf } from "../../src/cli/terminal.ts";
import { quick, startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();

test("a width is known of a terminal that tells it, and of a number of columns", () => {
  expect(columnsOf({ isTTY: true, columns: 120 })).toBe(120);
  expect(columnsOf({ isTTY: true, columns: 0 })).toBeUndefined();
  expect(columnsOf({})).toBeUndefined();
  expect(["120", "0", "-5", "wide", "", undefined].map(columnsIn)).toEqual([
    120,
    ...Array(5).fill(undefined),
  ]);
});

describe("colour", () => {
  const coloured = async (environment: Readonly<Record<string, string>>, ...words: readonly string[]) => {
    const { stdout } = await run(["check", ...quick(scratch), ...words], undefined, environment);
    return stdout.includes("\u001b[");
  };

  test("comes where it is asked for, and NO_COLOR wins", async () => {
    expect(await coloured({})).toBe(false);
    expect(await coloured({ FORCE_COLOR: "1" })).toBe(true);
    expect(await coloured({ FORCE_COLOR: "0" })).toBe(false);
    expect(await coloured({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
    expect(await coloured({ FORCE_COLOR: "1" }, "--no-color")).toBe(false);
  });
});

test.each([
  ["linux", { LANG: "C" }, "ascii"],
  ["linux", { LANG: "POSIX" }, "ascii"],
  ["linux", { LANG: "de_DE.ISO-8859-1" }, "ascii"],
  ["linux", { LANG: "en_US.UTF-8" }, "unicode"],
  ["linux", { LANG: "C.utf8" }, "unicode"],
  ["linux", {}, "unicode"],
  ["linux", { LANG: "en_US.UTF-8", LC_ALL: "C" }, "ascii"],
  ["linux", { LANG: "C", LC_CTYPE: "C.UTF-8" }, "unicode"],
  ["linux", { LANG: "C", LC_CTYPE: "C.UTF-8", LC_ALL: "" }, "unicode"],
  ["linux", { LANG: "en_US.UTF-8", TERM: "linux" }, "ascii"],
  ["win32", {}, "ascii"],
  ["win32", { WT_SESSION: "3f1b" }, "unicode"],
  ["win32", { TERM_PROGRAM: "vscode" }, "unicode"],
] as const)("on %s with %j, signs are %s", (system, environment, glyphs) => {
  expect(faceOf({}, environment, true, system).glyphs).toBe(glyphs);
});

/** Runs the built program on a terminal of 80 columns, and gives what reached that: standard output and error. */
function onTerminal(environment: Readonly<Record<string, string>>, words: readonly string[], size = "80") {
  const command = `stty cols ${size} rows 24; exec ${program} check ${words.join(" ")}`;
  const { stdout, status } = spawnSync("/usr/bin/script", ["-qec", command, "/dev/null"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm-256color", LANG: "C.UTF-8", ...environment },
    input: "",
    timeout: 60_000,
  });
  return { shown: stdout, status };
}

const CONTROL = "\u001b[";
const SPINS = `${CONTROL}?25l`;

describe.skipIf(!existsSync("/usr/bin/script"))("on a terminal (needs script, of bsdutils)", () => {
  const measured = ["--lab", "healthy", "--only", "ec2-metadata"];

  test("progress spins, the report is coloured, and signs are those of the locale", () => {
    const { shown, status } = onTerminal({}, measured);
    expect(status).toBe(0);
    expect(shown).toContain(SPINS);
    expect(shown).toContain(`${CONTROL}?25h`);
    expect(shown).toMatch(/✓/);
  });

  test.each([{ LANG: "C" }, { LANG: "POSIX" }, { TERM: "linux" }])(
    "%j: ASCII in all that is told",
    (given) => {
      const { shown, status } = onTerminal(given, measured);
      expect(status).toBe(0);
      expect(shown).toContain(SPINS);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal is sent them
      expect(shown).toMatch(/^[\x00-\x7f]+$/);
    },
  );

  test.each([{ TERM: "dumb" }, { CI: "true" }])(
    "%j: no spinner, and the cursor stays where it is",
    (given) => {
      const { shown, status } = onTerminal(given, measured);
      expect(status).toBe(0);
      expect(withoutColours(shown)).not.toContain("\u001b");
      expect(shown).toContain("All traffic goes the right way");
    },
  );

  test("--quiet: findings only, and no progress", () => {
    const { shown, status } = onTerminal({ NO_COLOR: "1" }, [...measured, "--quiet"]);
    expect(status).toBe(0);
    expect(shown).not.toContain("\u001b");
    expect(shown.trim().split("\r\n")).toEqual([
      expect.stringMatching(/^All traffic goes/),
      expect.any(String),
    ]);
  });

  test("one that does not tell its width is written to without a spinner", () => {
    const { shown, status } = onTerminal({}, [...quick(scratch), "--deadline", "5"], "0");
    expect(withoutColours(shown)).not.toContain("\u001b");
    expect(status).toBe(0);
  });
});

function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return text.replace(/\u001b\[[\d;]*m/g, "");
}
