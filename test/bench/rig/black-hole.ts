import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Listener } from "../../../src/lab/listener.ts";

/**
 * Listens and never accepts: its thread sleeps for ever. Plain text, because Node 20 runs no TypeScript in a worker.
 */
const SLEEPER = `
const { parentPort } = require("node:worker_threads");
const server = require("node:net").createServer();
server.listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
`;

/** More than Linux queues for a backlog of one, and time for as many connections on loopback. */
const QUEUED = 6;
const PATIENCE_MS = 50;

/**
 * A port of loopback whose packets vanish for whoever dials it: Linux drops every SYN once the queue of a listener
 * that does not accept is full. The lab's black hole is for its own network alone and keeps its port to itself.
 */
export async function openBlackHole(): Promise<Listener> {
  const worker = new Worker(SLEEPER, { eval: true });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  worker.unref();
  const queued: net.Socket[] = [];
  for (let count = 0; count < QUEUED; count += 1) {
    queued.push(net.connect(port, "127.0.0.1").on("error", () => undefined));
    await pause(PATIENCE_MS);
  }
  if (!queued.at(-1)?.connecting) throw new Error("this system opens connections that nobody accepts");
  const close = async () => {
    for (const socket of queued) socket.destroy();
    await worker.terminate();
  };
  return { port, close };
}
