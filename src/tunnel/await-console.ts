import { setTimeout as pause } from "node:timers/promises";
import { measure } from "../measure/measure.ts";
import type { Network } from "../measure/network.ts";
import { attemptId } from "../model/observation.ts";
import { DIRECT } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import type { PortSight } from "../model/tunnel.ts";
import { sightOf } from "./sights.ts";

/** What is waited for, and how long; times are in milliseconds. */
export type Wait = {
  readonly target: Target;
  readonly network: Network;
  readonly attemptMs: number;
  /** From when ssh listens; before, a person may be typing a passphrase. */
  readonly deadlineMs: number;
  /** Nobody is there to type anything: the deadline counts from the beginning. */
  readonly isUnattended: boolean;
  readonly signal: AbortSignal;
};

/** How the wait ended: with the console's answer, without one, or because it was stopped. */
export type Waited =
  | { readonly kind: "answers"; readonly sight: PortSight }
  | { readonly kind: "silent"; readonly sight: PortSight | undefined }
  | { readonly kind: "stopped" };

const BETWEEN_MS = 250;
/** So often in a row a connection that ssh took has been cut: what lies behind does not let it through. */
const MOST_CUT = 3;

/** Asks a console at the near end of a tunnel, again and again, until it answers. */
export async function awaitConsole(wait: Wait): Promise<Waited> {
  const { deadlineMs, isUnattended, signal } = wait;
  let since = isUnattended ? performance.now() : undefined;
  let cut = 0;
  while (!signal.aborted) {
    const sight = await ask(wait);
    if (signal.aborted) break;
    if (sight === undefined) return { kind: "silent", sight };
    const { state } = sight;
    // Whatever speaks HTTPS there came through the tunnel.
    if (state.kind === "serves" || state.kind === "another-answers") return { kind: "answers", sight };
    const isListening = state.kind === "fails" && state.phase !== "tcp" && state.phase !== "dns";
    if (isListening) since ??= performance.now();
    cut = isListening && state.code !== "timed-out" ? cut + 1 : 0;
    if (cut >= MOST_CUT) return { kind: "silent", sight };
    if (since !== undefined && performance.now() - since > deadlineMs) return { kind: "silent", sight };
    await pause(BETWEEN_MS, undefined, { signal }).catch(() => undefined);
  }
  return { kind: "stopped" };
}

async function ask({ target, network, attemptMs, signal }: Wait): Promise<PortSight | undefined> {
  const attempt = { id: attemptId(target.id, "direct"), target, route: DIRECT };
  const [seen] = await measure([attempt], new Map(), network, { attemptMs }, signal);
  return seen === undefined ? undefined : sightOf("here", target, seen);
}
