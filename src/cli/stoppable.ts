import { EXIT } from "./exit-code.ts";

/**
 * Runs something to its end, and tells it by a signal when it is to stop: `interrupt` on Ctrl-C or SIGTERM, of which
 * a second ends the process, or `deadline` after that many milliseconds.
 */
export async function stoppable<T>(
  work: (signal: AbortSignal) => Promise<T>,
  deadlineMs?: number,
): Promise<T> {
  const run = new AbortController();
  const interrupt = () => (run.signal.aborted ? process.exit(EXIT.incomplete) : run.abort("interrupt"));
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const deadline = deadlineMs && setTimeout(() => run.abort("deadline"), deadlineMs);
  try {
    return await work(run.signal);
  } finally {
    clearTimeout(deadline);
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
