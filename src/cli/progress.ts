import type { Progress } from "../measure/measure.ts";
import type { AttemptId } from "../model/observation.ts";
import { spinner } from "./spinner.ts";

/** So often is the line written anew while nothing happens but time. */
const TICK_MS = 250;

/** Tells on standard error how far measuring is, and for how long the slowest attempt has been waited for. */
export async function progressLine(asked: {
  readonly quiet: boolean;
  readonly color: boolean;
}): Promise<{ readonly tell: (progress: Progress) => void; readonly end: () => void }> {
  const line = await spinner("reading settings", asked);
  const begun = new Map<AttemptId, number>();
  let last: Progress | undefined;
  const write = () => {
    if (last === undefined) return;
    const since = begun.get(last.running[0] ?? "") ?? performance.now();
    line.tell(wordsForProgress(last, performance.now() - since));
  };
  const tick = setInterval(write, TICK_MS);
  return {
    tell: (progress) => {
      last = progress;
      for (const id of progress.running) if (!begun.has(id)) begun.set(id, performance.now());
      write();
    },
    end: () => {
      clearInterval(tick);
      line.end();
    },
  };
}

/**
 * How far measuring has come, and the slowest of what runs, which has run for `slowestMs`. What matters most stands
 * first, as a narrow terminal cuts the end.
 */
export function wordsForProgress({ done, total, running }: Progress, slowestMs: number): string {
  const counts = `${done} of ${total} measured, ${total - done} left`;
  const [slowest] = running;
  if (slowest === undefined) return counts;
  const [target = "", route = ""] = slowest.split(/@(.*)/s);
  const way = route === "direct" ? "direct" : `via ${route.replace(/^http:\/\//, "")}`;
  return `${counts}; slowest: ${target} ${way}, ${(slowestMs / 1000).toFixed(1)} s`;
}
