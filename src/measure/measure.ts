import { setMaxListeners } from "node:events";
import { setImmediate as oneTurn, setTimeout as pause } from "node:timers/promises";
import pLimit from "p-limit";
import type { Attempt, AttemptId, Observation } from "../model/observation.ts";
import type { Proxy, ProxyId } from "../model/route.ts";
import { harmless } from "../model/secret-patterns.ts";
import { attempt } from "./attempt.ts";
import type { Clock } from "./clock.ts";
import type { Network } from "./network.ts";
import { rehearse } from "./rehearse.ts";
import type { StopReason } from "./trace.ts";

/** How attempts are made. */
export type MeasureOptions = {
  /** What one attempt may take, in milliseconds. */
  readonly attemptMs: number;
  /** This machine's; without one, no answer's clock is compared with it. */
  readonly clock?: Clock;
  readonly onProgress?: (progress: Progress) => void;
};

/** How far measuring has come. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly running: readonly AttemptId[];
};

/** So many attempts run at once: half of the 1024 descriptors that Linux gives a process, at the least. */
const AT_ONCE = 512;

/**
 * An attempt keeps this process busy for one or two milliseconds, most of it in its handshakes. Where all begin
 * together, each counts the others' work as its own time: 40 TLS handshakes of 84 ms then seem to take 110.
 */
const APART_MS = 1;

/**
 * Makes every attempt, all at once, and gives back what each showed, in the order of the plan. When `signal`
 * aborts, what still runs or waits ends at once as `cancelled`. A fault of ours in one attempt breaks that one.
 */
export async function measure(
  attempts: readonly Attempt[],
  proxies: ReadonlyMap<ProxyId, Proxy>,
  network: Network,
  { attemptMs, clock, onProgress }: MeasureOptions,
  signal: AbortSignal,
): Promise<readonly Observation[]> {
  setMaxListeners(0, signal);
  await rehearse(attempts, proxies, network, signal);
  const limit = pLimit(AT_ONCE);
  const running = new Set<AttemptId>();
  let done = 0;
  const turn = turns(async () => {
    if (signal.aborted) return;
    await oneTurn();
    if (running.size > 0) await pause(APART_MS);
  });
  const tell = () => onProgress?.({ done, total: attempts.length, running: [...running] });
  const one = async (planned: Attempt): Promise<Observation> => {
    await turn();
    running.add(planned.id);
    tell();
    const proxy = planned.route.kind === "proxy" ? proxies.get(planned.route.proxy) : undefined;
    try {
      if (planned.route.kind === "proxy" && proxy === undefined)
        throw new Error(`no such proxy: ${planned.route.proxy}`);
      return await withinTime(attemptMs, signal, (stop) =>
        attempt(planned, proxy, { network, attemptMs, clock, stop }),
      );
    } catch (error) {
      const { id, target, route } = planned;
      return {
        id,
        target: target.id,
        route,
        outcome: "broken",
        error: harmless(String(error)),
      };
    } finally {
      running.delete(planned.id);
      done += 1;
      tell();
    }
  };
  return Promise.all(attempts.map((planned) => limit(one, planned)));
}

/** Turns to begin in, one after another, with `between` before each but the first. */
function turns(between: () => Promise<void>): () => Promise<void> {
  let next = Promise.resolve();
  return () => {
    const mine = next;
    next = next.then(between);
    return mine;
  };
}

/** Runs work that is stopped when its time is up or the run ends, and says which. */
async function withinTime<T>(
  ms: number,
  run: AbortSignal,
  work: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const stop = (reason: StopReason) => () => end.abort(reason);
  const cancel = stop("cancelled");
  const timer = setTimeout(stop("timed-out"), ms);
  run.addEventListener("abort", cancel, { once: true });
  if (run.aborted) cancel();
  try {
    return await work(end.signal);
  } finally {
    clearTimeout(timer);
    run.removeEventListener("abort", cancel);
  }
}
