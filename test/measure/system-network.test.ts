import { afterEach, expect, test } from "vitest";
import { systemNetwork } from "../../src/measure/system-network.ts";
import { startPeer } from "../rig/peer.ts";
import * as talk from "../rig/talks.ts";

const signal = new AbortController().signal;
const helpers = () => process.getActiveResourcesInfo().filter((name) => name === "ProcessWrap").length;
const network = systemNetwork([]);

afterEach(async () => {
  network.close();
  await expect.poll(helpers).toBe(0);
});

test("names are looked up in a process that starts with the first and ends on close", async () => {
  expect(helpers()).toBe(0);
  const addresses = await Promise.all([
    network.lookup("localhost", signal),
    network.lookup("localhost", signal),
  ]);
  expect(addresses[0]?.map(({ address }) => address)).toContain("127.0.0.1");
  // Asked at once, they were one question.
  expect(addresses[1]).toBe(addresses[0]);
  expect(helpers()).toBe(1);
});

test("a name that is none is refused with the resolver's code", async () => {
  // 300 characters are refused by getaddrinfo itself, with no question to any server.
  await expect(network.lookup("x".repeat(300), signal)).rejects.toMatchObject({
    code: expect.stringMatching(/^E/),
  });
});

test("when the process ends, what waits fails, and the next question starts another", async () => {
  const waiting = network.lookup("localhost", signal);
  network.close();
  await expect(waiting).rejects.toThrow("it was closed");
  await expect(network.lookup("localhost", signal)).resolves.not.toEqual([]);
});

test("sockets are connected to the address that is given", async () => {
  const port = await startPeer(talk.closes);
  const socket = network.connect({ address: "127.0.0.1", family: 4 }, port);
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  expect(socket.remoteAddress).toBe("127.0.0.1");
  socket.destroy();
});
