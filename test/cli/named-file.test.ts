import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { quick, startingProgram } from "../rig/program.ts";

const { program, scratch, run } = startingProgram();

describe("a pipe in place of a file", () => {
  const pipe = join(scratch, "writerless");
  spawnSync("mkfifo", [pipe]);

  test("into which nobody writes is waited for until the deadline", async () => {
    const { code, stderr } = await run(["check", "--env-file", pipe, "--deadline", "1"]);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `proxy-doctor: stopped (deadline) while waiting for ${pipe}, which --env-file names\n`,
    });
  });

  test("or until an interrupt", async () => {
    const { code } = await run(["check", "--ca-file", pipe], (child) => {
      setTimeout(() => child.kill("SIGINT"), 1500);
    });
    expect(code).toBe(3);
  });

  test("is read to its end, however late that comes", async () => {
    const words = [
      "check",
      ...quick(scratch).filter((word) => word !== "--no-environment"),
      "--format",
      "json",
    ];
    const { stdout } = await run([...words, "--env-file", pipe], () => {
      spawn("sh", [
        "-c",
        'exec >"$0"; echo http_proxy=http://p:1; sleep 1; echo HTTP_PROXY=http://q:1',
        pipe,
      ]);
    });
    expect(JSON.parse(stdout).settings.map(({ name }: { name: string }) => name)).toEqual([
      "http_proxy",
      "HTTP_PROXY",
    ]);
  });

  test("works as a process's output in place of a file", async () => {
    const line = `exec "$0" check --root "$1" --only s3/bucket --format json --env-file <(echo http_proxy=http://p:1)`;
    const { stdout } = spawnSync("bash", ["-c", line, program, scratch], { encoding: "utf8" });
    expect(JSON.parse(stdout).settings).toHaveLength(1);
  });
});
