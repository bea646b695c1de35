import { failedPhase, type Observation } from "../model/observation.ts";
import type { Policy } from "../model/target.ts";

/** What one route did: `foreign` is an answer by someone who is not the target. */
export type RouteState = "works" | "times-out" | "fails" | "foreign" | "unknown";

/** What to say of the way a component goes. `down`: no other way would serve it either. */
export type Verdict =
  | "right"
  | "misrouted-to-proxy"
  | "misrouted-direct"
  | "avoidable-proxying"
  | "down"
  | "unknown";

/** Whether any route that policy allows serves a target. */
export type Availability = "up" | "timing-out" | "unreachable" | "unknown";

/** What an observation shows of its route. What was not measured, or cut off by us, is unknown. */
export function stateOf(observation: Observation | undefined): RouteState {
  if (observation === undefined || observation.outcome === "broken") return "unknown";
  if (observation.outcome === "failed") {
    const code = failedPhase(observation)?.failure.code;
    if (code === "cancelled") return "unknown";
    return code === "timed-out" ? "times-out" : "fails";
  }
  switch (observation.answeredBy) {
    case "target":
      return "works";
    case "someone-else":
      return "foreign";
    case "proxy":
      return "fails";
    case "unknown":
      return "unknown";
  }
}

/** Works, does not, or nobody knows. */
type Seen = "works" | "not" | "unknown";

function seen(state: RouteState): Seen {
  return state === "works" || state === "unknown" ? state : "not";
}

/** For each policy and way gone: direct seen, then the proxy seen, gives the verdict. */
const WHERE_EITHER_MAY_SERVE = {
  direct: {
    works: { works: "right", not: "right", unknown: "right" },
    not: { works: "misrouted-direct", not: "down", unknown: "unknown" },
    unknown: { works: "unknown", not: "unknown", unknown: "unknown" },
  },
  proxy: {
    works: { works: "right", not: "misrouted-to-proxy", unknown: "unknown" },
    not: { works: "right", not: "down", unknown: "unknown" },
    unknown: { works: "right", not: "unknown", unknown: "unknown" },
  },
} as const satisfies VerdictTable;

type VerdictTable = Record<"direct" | "proxy", Record<Seen, Record<Seen, Verdict>>>;

const VERDICTS: Readonly<Record<Policy, VerdictTable>> = {
  "must-direct": {
    direct: {
      works: whateverElse("right"),
      not: whateverElse("down"),
      unknown: whateverElse("unknown"),
    },
    proxy: {
      works: whateverElse("misrouted-to-proxy"),
      not: whateverElse("misrouted-to-proxy"),
      unknown: whateverElse("misrouted-to-proxy"),
    },
  },
  "should-direct": {
    direct: WHERE_EITHER_MAY_SERVE.direct,
    proxy: {
      ...WHERE_EITHER_MAY_SERVE.proxy,
      works: { works: "avoidable-proxying", not: "misrouted-to-proxy", unknown: "avoidable-proxying" },
    },
  },
  either: WHERE_EITHER_MAY_SERVE,
  "must-proxy": {
    direct: {
      works: whateverElse("misrouted-direct"),
      not: whateverElse("misrouted-direct"),
      unknown: whateverElse("misrouted-direct"),
    },
    proxy: {
      works: { works: "right", not: "down", unknown: "unknown" },
      not: { works: "right", not: "down", unknown: "unknown" },
      unknown: { works: "right", not: "down", unknown: "unknown" },
    },
  },
};

function whateverElse(verdict: Verdict): Record<Seen, Verdict> {
  return { works: verdict, not: verdict, unknown: verdict };
}

/**
 * The join of the three kinds of evidence: what the route should be, which way a component goes, and what
 * each route did. `proxy` is the state of the proxy it uses or, where it goes direct, of the best one there is.
 */
export function compare(
  policy: Policy,
  goes: "direct" | "proxy",
  direct: RouteState,
  proxy: RouteState,
): Verdict {
  return VERDICTS[policy][goes][seen(direct)][seen(proxy)];
}

/** Whether a policy lets a route serve a target at all. */
export function allows(policy: Policy, kind: "direct" | "proxy"): boolean {
  return kind === "direct" ? policy !== "must-proxy" : policy !== "must-direct";
}

/** Judges all routes that policy allows together; none at all is unknown. */
export function availability(allowed: readonly RouteState[]): Availability {
  if (allowed.includes("works")) return "up";
  if (allowed.length === 0 || allowed.includes("unknown")) return "unknown";
  return allowed.every((state) => state === "times-out") ? "timing-out" : "unreachable";
}

/** The best of several proxies' states. */
export function best(states: readonly RouteState[]): RouteState {
  const order: readonly RouteState[] = ["works", "unknown", "foreign", "fails", "times-out"];
  return order.find((state) => states.includes(state)) ?? "fails";
}
