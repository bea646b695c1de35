import { EXIT } from "./exit-code.ts";

/**
 * Runs something to its end, and tells it by a signal when it is to stop: `interrupt` on Ctrl-C or SIGTERM, of which
 * a second ends the process.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const run = new AbortController();
  const interrupt = () => (run.signal.aborted ? process.exit(EXIT.incomplete) : run.abort("interrupt"));
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work(run.signal);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Runs a part of such a work that is to stop earlier, by `deadline`, after that many milliseconds. */
export async function inTime<T>(
  whole: AbortSignal,
  deadlineMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const part = new AbortController();
  const stop = () => part.abort(whole.reason);
  const deadline = setTimeout(() => part.abort("deadline"), deadlineMs);
  whole.addEventListener("abort", stop, { once: true });
  if (whole.aborted) stop();
  try {
    return await work(part.signal);
  } finally {
    clearTimeout(deadline);
    whole.removeEventListener("abort", stop);
  }
}

/** Runs something until it ends, is interrupted, or its time (in milliseconds), where it has one, is over. */
export function stoppable<T>(work: (signal: AbortSignal) => Promise<T>, deadlineMs?: number): Promise<T> {
  return interruptible((signal) =>
    deadlineMs === undefined ? work(signal) : inTime(signal, deadlineMs, work),
  );
}
