import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { columnsIn, columnsOf } from "../../src/cli/terminal.ts";
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

test.skipIf(!existsSync("/usr/bin/script"))(
  "a terminal that does not tell its width is written to without a spinner (needs script, of bsdutils)",
  () => {
    const command = `stty cols 0 rows 0; exec ${program} check ${quick(scratch).join(" ")} --deadline 5`;
    const { stdout, status } = spawnSync("/usr/bin/script", ["-qec", command, "/dev/null"], {
      encoding: "utf8",
      input: "",
      timeout: 20_000,
    });
    expect(stdout).not.toContain("\u001b[1A");
    expect(status).toBe(0);
  },
);
