import { createHash } from "node:crypto";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** So long another run that writes is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;
const AGAIN_AFTER_MS = 50;

/**
 * Does some work that no other proxy-doctor does at the same time below the same root; `undefined` where one goes on
 * doing it. What keeps the others out is a name of the kernel's, which ends with the process that holds it: nothing
 * is left behind by one that is killed. Other systems than Linux have no such names, and there nobody is kept out.
 */
export async function oneAtATime<T>(
  root: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T | undefined> {
  if (process.platform !== "linux") return work();
  const name = `\0proxy-doctor-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`;
  const until = performance.now() + patienceMs;
  let held = await hold(name);
  while (held === undefined && performance.now() < until) {
    await sleep(AGAIN_AFTER_MS);
    held = await hold(name);
  }
  if (held === undefined) return undefined;
  try {
    return await work();
  } finally {
    held.close();
  }
}

function hold(name: string): Promise<net.Server | undefined> {
  const server = net.createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server));
  });
}
