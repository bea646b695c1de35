import { spawnSync } from "node:child_process";
import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quick, startingProgram } from "../rig/program.ts";

const { scratch, run } = startingProgram();

describe("--output", () => {
  const write = (place: string) => run(["check", ...quick(scratch), "--format", "json", "--output", place]);

  test("follows a symbolic link to its file, and keeps the file's mode", async () => {
    const [file, link] = [join(scratch, "kept.json"), join(scratch, "link.json")];
    writeFileSync(file, "before", { mode: 0o640 });
    symlinkSync(file, link);
    expect((await write(link)).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8")).schemaVersion).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test("makes the file that a symbolic link names", async () => {
    const link = join(scratch, "dangling.json");
    symlinkSync("made.json", link);
    expect((await write(link)).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(join(scratch, "made.json")).isFile()).toBe(true);
  });

  test("leaves a device what it is", async () => {
    expect((await write("/dev/null")).code).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("writes into a named pipe", async () => {
    const pipe = join(scratch, "pipe");
    spawnSync("mkfifo", [pipe]);
    const [ended, read] = await Promise.all([write(pipe), readFile(pipe, "utf8")]);
    expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(JSON.parse(read).schemaVersion).toBe(1);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test("takes /dev/stdout for standard output", async () => {
    const { code, stdout } = await write("/dev/stdout");
    expect({ code, version: JSON.parse(stdout).schemaVersion }).toEqual({ code: 0, version: 1 });
  });

  test.each([
    ["where there is no directory", join(scratch, "no", "where"), "no such file or directory"],
    ["that is a directory", scratch, "is a directory"],
    ["without a name", "", "no such file or directory"],
  ])("refuses a place %s before anything is measured", async (_, place, why) => {
    const begun = performance.now();
    const slow = ["check", "--lab", "both-time-out", "--timeout", "20", "--output", place];
    const { code, stderr } = await run(slow);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `proxy-doctor: --output: cannot write ${place}: ${why}\n`,
    });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
