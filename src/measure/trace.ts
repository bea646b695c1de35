import { setMaxListeners } from "node:events";
import type { FailureCode, Phase, PhaseFacts, PhaseName, Try } from "../model/phase.ts";
import { classify } from "./classify.ts";
import { fault } from "./fault.ts";

/** What a phase has seen so far; kept where it fails. */
export type Seen<N extends PhaseName> = { -readonly [K in keyof PhaseFacts[N]]?: PhaseFacts[N][K] } & {
  tries?: readonly Try[];
};

/** What a phase ends with: the facts to record, and what the next phase needs. */
export type Done<N extends PhaseName, T> = { readonly facts: PhaseFacts[N]; readonly value: T };

/** The work of one phase; it lets go of everything when `signal` aborts. */
type Work<N extends PhaseName, T> = (signal: AbortSignal, seen: Seen<N>) => Promise<Done<N, T>>;

/** Records the phases of one attempt, each with its time and its end. */
export type Trace = {
  readonly phases: readonly Phase[];
  /** Runs one phase. Rejects with `HALTED` when it fails, after recording why; a fault of ours passes as it is. */
  readonly step: <N extends PhaseName, T>(name: N, work: Work<N, T>) => Promise<T>;
};

/** A phase failed: the attempt is over, and the trace says why. */
export const HALTED = Symbol("a phase failed");

/** Why an attempt is stopped from outside: its own time is up, or the run ends. */
export type StopReason = Extract<FailureCode, "timed-out" | "cancelled">;

/** Opens the record of one attempt, all of whose phases end when `stop` aborts with a `StopReason`. */
export function openTrace(stop: AbortSignal): Trace {
  // Every phase listens; Node warns from the eleventh listener on.
  setMaxListeners(0, stop);
  const phases: Phase[] = [];
  const step: Trace["step"] = async (name, work) => {
    const begun = performance.now();
    const elapsed = () => Math.round((performance.now() - begun) * 100) / 100;
    const seen = {};
    try {
      const { facts, value } = await unlessStopped(stop, () => work(stop, seen));
      phases.push({ name, status: "ok", ms: elapsed(), facts } as Phase);
      return value;
    } catch (error) {
      const failure = classify(name, error);
      if (failure === undefined) throw error;
      phases.push({ name, status: "failed", ms: elapsed(), failure, facts: { ...seen } } as Phase);
      throw HALTED;
    }
  };
  return { phases, step };
}

/** The work's result, or the stop if that comes first; the work is not begun after it. */
async function unlessStopped<T>(stop: AbortSignal, work: () => Promise<T>): Promise<T> {
  let stopped: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    stopped = () => reject(fault(stop.reason as StopReason, stop.reason));
    if (stop.aborted) stopped();
    else stop.addEventListener("abort", stopped, { once: true });
  });
  ended.catch(() => undefined);
  try {
    return await Promise.race([ended, stop.aborted ? ended : work()]);
  } finally {
    stop.removeEventListener("abort", stopped);
  }
}
