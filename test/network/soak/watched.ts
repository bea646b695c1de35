import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { LOGIN, type Machine } from "../company/machine.ts";
import type { Told } from "./watcher.ts";

/** A machine that one process watches for as long as it is let. */
export type Watched = {
  /** Makes one check more. */
  readonly check: () => Promise<Told>;
  /** Interrupts it, as Ctrl-C does, and gives how it ended. */
  readonly end: () => Promise<number | null>;
};

/** A check that takes longer hangs, and so does an end. */
const MOST_MS = 120_000;

/** Starts the program that watches, in a login on the machine. */
export function startWatching({ space }: Machine, program: string): Watched {
  const node = [process.execPath, "--expose-gc", "--max-semi-space-size=8", program];
  const child = space.start([...LOGIN, ...node], { stdio: ["pipe", "pipe", "inherit"] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("a program without pipes");
  const exit = once(child, "exit");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    check: async () => {
      stdin.write("check\n");
      const { value, done } = await inTime(lines.next());
      if (done === true) throw new Error(`the program that watches ended with ${child.exitCode}`);
      return JSON.parse(value);
    },
    end: async () => {
      stdin.end();
      const [code] = await inTime(exit);
      return code;
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = setTimeout(MOST_MS, undefined, { signal: over.signal }).then(
    () => {
      throw new Error(`nothing came for ${MOST_MS / 1000} s`);
    },
    () => work,
  );
  return Promise.race([work, late]).finally(() => over.abort());
}
