import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { quick, startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();

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

describe("a file that --output names", () => {
  const folder = (name: string) => {
    const path = join(scratch, name);
    mkdirSync(path);
    return path;
  };

  test("is the old one or the new one, whenever its writer is killed", { timeout: 120_000 }, async () => {
    const writer = join(scratch, "writer.mjs");
    buildSync({
      entryPoints: [join(import.meta.dirname, "output-writer.ts")],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: writer,
    });
    const file = join(folder("killed"), "report.json");
    const size = 200_000;
    writeFileSync(file, "a".repeat(size));
    for (let kill = 0; kill < 60; kill++) {
      const child = spawn(process.execPath, [writer, file, String(size)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
      child.kill("SIGKILL");
      await once(child, "exit");
      const text = readFileSync(file, "utf8");
      expect(
        text === "a".repeat(size) || text === "b".repeat(size),
        `${text.length} bytes after ${kill} kills`,
      ).toBe(true);
    }
  });

  const FILLED = `"$1" lint --root "$2" --no-environment --role services --services 10.0.1.238 --format json --output "$2/report.json"`;
  const attempt = (script: string, below: string, shell: readonly string[] = ["sh"]) => {
    const [command = "", ...words] = [...shell, "-c", script, "sh", program, below];
    return spawnSync(command, words, {
      encoding: "utf8",
      env: { PATH: `${join(process.execPath, "..")}:${process.env["PATH"]}` },
    });
  };

  test("stays as it was where this process may write no more, and one line says so", () => {
    const below = folder("limited");
    writeFileSync(join(below, "report.json"), "old");
    const { status, stdout, stderr } = attempt(`ulimit -f 4; ${FILLED}`, below);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `proxy-doctor: --output: cannot write ${below}/report.json: it is larger than this process may write\n`,
    });
    expect(readdirSync(below)).toEqual(["report.json"]);
    expect(readFileSync(join(below, "report.json"), "utf8")).toBe("old");
  });

  const canMount =
    process.platform === "linux" && spawnSync("unshare", ["-rm", "true"], { stdio: "ignore" }).status === 0;
  test.skipIf(!canMount)("stays as it was on a full disk (needs a mount namespace)", () => {
    const below = folder("full");
    const script = `mount -t tmpfs -o size=8k none "$2" && printf old >"$2/report.json" && ${FILLED}; echo $?; ls -A "$2"; cat "$2/report.json"`;
    const { stdout, stderr } = attempt(script, below, ["unshare", "-rm", "sh"]);
    expect({ stdout, stderr }).toEqual({
      stdout: "2\nreport.json\nold",
      stderr: `proxy-doctor: --output: cannot write ${below}/report.json: no space is left\n`,
    });
  });

  test.skipIf(process.getuid?.() !== 0)("stays its owner's (needs root)", async () => {
    const file = join(scratch, "owned.json");
    writeFileSync(file, "before");
    chownSync(file, 12345, 54321);
    expect((await run(["check", ...quick(scratch), "--output", file])).code).toBe(0);
    expect(statSync(file)).toMatchObject({ uid: 12345, gid: 54321 });
  });
});
