import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Space } from "./space.ts";

/** A place for one listening program of a space at a time. */
export type Slot = {
  /** Ends the program that was there, and starts another, unless it is the same; `undefined` leaves the place empty. */
  readonly fill: (words: readonly string[] | undefined) => Promise<void>;
};

/** The place for whoever listens on a port of TCP; `address` tells apart those of one port. */
export function slotFor(space: Space, port: number, address = "0.0.0.0"): Slot {
  let running: { readonly child: ChildProcess; readonly pid: number; readonly words: string } | undefined;
  return {
    fill: async (words) => {
      if (running?.words === words?.join("\n")) return;
      if (running !== undefined) await end(running);
      running = undefined;
      if (words === undefined) return;
      const child = space.start(words, { stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      child.stderr?.on("data", (chunk) => (said = `${said}${chunk}`.slice(-2000)));
      await untilListening(space, child, { port, address }, () => said);
      running = { child, pid: childOf(child), words: words.join("\n") };
    },
  };
}

const MOST_START_MS = 15_000;

async function end({ child, pid }: { readonly child: ChildProcess; readonly pid: number }): Promise<void> {
  const ended = once(child, "exit");
  process.kill(pid, "SIGKILL");
  await ended;
}

/** The program itself: nsenter, which waits for it, passes no signal on. */
function childOf({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim());
}

async function untilListening(
  space: Space,
  child: ChildProcess,
  at: { readonly port: number; readonly address: string },
  said: () => string,
): Promise<void> {
  const until = Date.now() + MOST_START_MS;
  while (!isListening(space, at)) {
    if (child.exitCode !== null || Date.now() > until) {
      throw new Error(`${space.name}: nobody listens on ${at.address}:${at.port}: ${said()}`);
    }
    await setTimeout(20);
  }
}

/** By what the kernel shows of the space's network (proc(5), `net/tcp`). */
function isListening(
  { pid }: Space,
  { port, address }: { readonly port: number; readonly address: string },
): boolean {
  const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString("hex").toUpperCase();
  const local = `${hex(address.split(".").map(Number).toReversed())}:${hex([port >> 8, port & 255])} `;
  const sockets =
    readFileSync(`/proc/${pid}/net/tcp`, "utf8") + readFileSync(`/proc/${pid}/net/tcp6`, "utf8");
  // Who listens on all addresses may do so by IPv6.
  const everywhere = address === "0.0.0.0" ? [`0{32}:${hex([port >> 8, port & 255])} `] : [];
  return new RegExp(`: (?:${[local, ...everywhere].join("|")})[0-9A-F]+:0000 0A `).test(sockets);
}
