import net from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { LOOPBACK } from "./listener.ts";

/** An address whose packets vanish: connections to it neither succeed nor fail. */
export type BlackHole = {
  /** A socket that has begun to connect and will not get there. */
  readonly connect: () => net.Socket;
  readonly close: () => Promise<void>;
};

/** Long enough for a connection on loopback, which takes microseconds, to be certain not to come. */
const PATIENCE_MS = 30;
/** Linux queues one connection more than the backlog; another system may round it up. */
const QUEUED = 6;

/**
 * Listens and never accepts: its thread sleeps for ever. Plain text, because Node 20 runs no TypeScript in a
 * worker and a bundle holds no file to point at.
 */
const SLEEPER = `
const { parentPort } = require("node:worker_threads");
const server = require("node:net").createServer();
server.listen({ host: "${LOOPBACK}", port: 0, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
`;

/**
 * Opens a TCP black hole on loopback, without privileges: once the queue of a listener that does not accept is
 * full, Linux drops every further SYN. Where the system does otherwise, its sockets wait for a name instead.
 */
export async function openBlackHole(): Promise<BlackHole> {
  const worker = new Worker(SLEEPER, { eval: true });
  const port = await new Promise<unknown>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
  });
  worker.unref();
  const dial = () => net.connect(Number(port), LOOPBACK);
  const queued: net.Socket[] = [];
  const isDeep = await fill(dial, queued);
  return {
    connect: isDeep ? dial : connectNowhere,
    close: async () => {
      for (const socket of queued) socket.destroy();
      await worker.terminate();
    },
  };
}

/** Fills the listener's queue with more than it holds, until connections hang. */
async function fill(dial: () => net.Socket, queued: net.Socket[]): Promise<boolean> {
  for (let count = 0; count < QUEUED; count += 1) queued.push(dial().on("error", () => {}));
  await setTimeout(PATIENCE_MS);
  // On a busy machine the timer may be served before the connection that is already there.
  await setImmediate();
  return queued.some(({ connecting }) => connecting);
}

/** A socket whose name is never resolved. */
export function connectNowhere(): net.Socket {
  return net.connect({ host: "black-hole.invalid", port: 9, lookup: () => {} });
}
