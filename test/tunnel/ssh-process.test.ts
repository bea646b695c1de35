import { describe, expect, test } from "vitest";
import { startSsh } from "../../src/tunnel/ssh-process.ts";
import { isAlive } from "../rig/processes.ts";

/** A program that starts another one, which holds its stderr, tells its number and heeds no hanging up. */
async function startFamily(isInteractive: boolean) {
  const said: string[] = [];
  const ssh = startSsh({
    program: "sh",
    words: ["-c", "sleep 60 & echo $! >&2; wait"],
    environment: { PATH: process.env["PATH"] },
    isInteractive,
    hear: (line) => said.push(line),
  });
  await expect.poll(() => said).toHaveLength(1);
  return { ssh, isGone: () => !isAlive({ pid: Number(said[0]) }) };
}

describe.skipIf(process.platform !== "linux")("what ssh has started", () => {
  test.each([
    ["at a terminal, where it may be asking", true],
    ["in a group of its own", false],
  ])("ends with it %s", async (_, isInteractive) => {
    const { ssh, isGone } = await startFamily(isInteractive);
    expect(isGone()).toBe(false);
    await ssh.end();
    await expect.poll(isGone).toBe(true);
  });
});
