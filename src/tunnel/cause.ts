import type { FailureCode } from "../model/phase.ts";
import {
  type ConsoleCause,
  type PortSight,
  type PortState,
  signOfLife,
  type TunnelPort,
} from "../model/tunnel.ts";

type Failed = Extract<PortState, { kind: "fails" }>;

/** What a port showed directly. */
export function direct(sights: readonly PortSight[], port: TunnelPort): PortState | undefined {
  return sights.find((sight) => sight.port === port && sight.route === "direct")?.state;
}

/** How it stands with the console, from what its port and those beside it showed. */
export function causeOf(sights: readonly PortSight[], isOnTheBox: boolean): ConsoleCause {
  const state = direct(sights, "replicated-ui");
  const isHere = isOnTheBox && direct(sights, "here")?.kind === "serves";
  if (state === undefined || state.kind === "unmeasured") return "unmeasured";
  if (state.kind === "serves") return "answers";
  if (isHere) return "loopback-only";
  if (servesThroughProxy(sights)) return "only-through-proxy";
  return state.kind === "another-answers"
    ? state.kind
    : causeOfFailure(state, signOfLife(sights)?.route === "direct");
}

function servesThroughProxy(sights: readonly PortSight[]): boolean {
  return sights.some(
    ({ port, route, state }) => port === "replicated-ui" && route !== "direct" && state.kind === "serves",
  );
}

const NAMELESS: ReadonlySet<FailureCode> = new Set([
  "name-not-found",
  "name-has-no-address",
  "resolver-failed",
  "resolver-refused",
  "resolver-silent",
]);

function causeOfFailure({ code, phase }: Failed, isThere: boolean): ConsoleCause {
  if (NAMELESS.has(code)) return "name-unknown";
  if (phase === "tcp") return causeOfNoConnection(code, isThere);
  return code === "timed-out" || code === "closed" || code === "reset" ? "mute" : "not-https";
}

/** Only another port of the same machine tells a filter for one port from a machine that is not there. */
function causeOfNoConnection(code: FailureCode, isThere: boolean): ConsoleCause {
  switch (code) {
    case "refused":
    case "reset":
      return "not-listening";
    case "timed-out":
      return isThere ? "dropped" : "all-silent";
    default:
      return isThere ? "rejected" : "no-way";
  }
}
