import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commandLine } from "../../../src/cli/command-line.ts";
import { COMMANDS } from "../../../src/cli/commands/index.ts";
import { PROGRAM } from "../../../src/cli/commands/program.ts";
import { manPage } from "../../../src/cli/manual/man-page.ts";
import { roffText } from "../../../src/cli/manual/roff.ts";
import { VERSION } from "../../../src/version.ts";

const file = fileURLToPath(new URL("../../../man/proxy-doctor.1", import.meta.url));

test("the page is what the command line says", () => {
  const made = manPage(
    commandLine(() => undefined),
    PROGRAM,
    COMMANDS,
    VERSION,
  );
  if (process.env["UPDATE_DOCS"] !== undefined) writeFileSync(file, made);
  expect(made, "npm run man writes it anew").toBe(readFileSync(file, "utf8"));
});

test.each([
  [".SH is no heading", "\\&.SH is no heading"],
  ["a\\b --role", "a\\eb \\-\\-role"],
  ["one\n'two", "one\n\\&'two"],
])("%j does nothing to a page", (text, escaped) => {
  expect(roffText(text)).toBe(escaped);
});

describe("programs that read manual pages", () => {
  test.skipIf(spawnSync("mandoc", ["-T", "lint", "/dev/null"]).error !== undefined)(
    "mandoc finds nothing wrong",
    () => {
      const { stdout, status } = spawnSync("mandoc", ["-T", "lint", "-W", "warning", file], {
        encoding: "utf8",
      });
      expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
    },
  );

  test.skipIf(spawnSync("man", ["--version"]).error !== undefined)(
    "man shows it, and warns of nothing",
    () => {
      const { stdout, stderr, status } = spawnSync("man", ["--warnings", "-l", "-P", "cat", file], {
        encoding: "utf8",
        env: { ...process.env, MANWIDTH: "80", LC_ALL: "C.UTF-8" },
      });
      expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      expect(stdout).toMatch(/^ {7}--role <role>$/m);
      expect(stdout).toContain("proxy-doctor tunnel --services 10.0.1.238");
      for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {3}${name}\\b`, "m"));
    },
  );
});
