import { setTimeout as pause } from "node:timers/promises";
import type { Progress } from "../../measure/measure.ts";
import type { Report } from "../../model/report.ts";
import { afterRound, type History } from "../../watch/history.ts";
import type { View } from "./view.ts";

/** One check; ends early when the signal aborts. */
export type Round = (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Report>;

/** What watching showed, to its end. */
export type Seen = History & { readonly report: Report };

/**
 * Checks again and again, never two at a time, with so many milliseconds after each, until `signal` aborts. What the
 * last whole round showed is what counts; the first one counts as far as it came.
 */
export async function watch(round: Round, pauseMs: number, view: View, signal: AbortSignal): Promise<Seen> {
  let seen = await oneRound(undefined);
  while (!signal.aborted) {
    view.status(`watching; checks again ${pauseMs / 1000} s after each check; Ctrl-C ends`);
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    const next = await oneRound(seen);
    if (!signal.aborted) seen = next;
  }
  return seen;

  async function oneRound(before: Seen | undefined): Promise<Seen> {
    const nth = (before?.rounds ?? 0) + 1;
    view.status(`check ${nth}: reading settings; Ctrl-C ends`);
    const report = await round(signal, ({ done, total }) =>
      view.status(`check ${nth}: ${done} of ${total} measured; Ctrl-C ends`),
    );
    const after = { ...afterRound(before, report), report };
    if (before === undefined || !signal.aborted) view.show(after);
    return after;
  }
}
