import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { findLocalPort, isFree } from "../../src/tunnel/local-port.ts";
import { freePort } from "../rig/peer.ts";

async function listenAt(host: string, port: number): Promise<boolean> {
  const server = net.createServer();
  const isUp = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(port, host, () => resolve(true));
  });
  if (isUp) onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return isUp;
}

test("a port where nobody listens is taken as it is, and left free", async () => {
  const port = await freePort();
  expect(await findLocalPort(port)).toEqual({ wanted: port, port });
  expect(await isFree(port)).toBe(true);
});

test.each(["127.0.0.1", "0.0.0.0", "::1", "::"])(
  "a port that somebody has on %s is passed over",
  async (host) => {
    const wanted = await freePort();
    if (!(await listenAt(host, wanted))) return;
    const { port } = await findLocalPort(wanted);
    expect(port).toBeGreaterThan(wanted);
    expect(await isFree(port)).toBe(true);
  },
);

test("after the last number any free one is found", async () => {
  if (!(await listenAt("127.0.0.1", 65_535))) return;
  const { port } = await findLocalPort(65_535);
  expect(port).toBeGreaterThan(0);
  expect(port).not.toBe(65_535);
});
