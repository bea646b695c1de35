import { allows, type RouteState, stateOf } from "../diagnose/compare.ts";
import type { Circumstances, Judgement } from "../diagnose/judge.ts";
import { servingProxies } from "../diagnose/standing.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { groupBy } from "../model/group-by.ts";
import { type AttemptId, attemptId } from "../model/observation.ts";
import { onceFor } from "../model/once-for.ts";
import { type ProxyId, routeId } from "../model/route.ts";
import type { TargetId } from "../model/target.ts";

/**
 * Whether a change sends someone through a proxy along a way that was measured as failing, be it that nothing came
 * through that proxy, or that another way serves. A target that no way serves makes no proxy wrong that serves others.
 */
export function selectsFailing(before: Judgement, after: Judgement, circumstances: Circumstances): boolean {
  const gone = new Set(before.decisions.map(callOf));
  const measured = measuredIn(circumstances);
  return after.decisions.some((decision) => !gone.has(callOf(decision)) && fails(decision, measured));
}

function callOf({ component, target, route }: RoutingDecision): string {
  return `${component}>${target}@${route.kind === "invalid" ? "invalid" : routeId(route)}`;
}

type Measured = {
  readonly states: ReadonlyMap<AttemptId, RouteState>;
  readonly serving: ReadonlySet<ProxyId>;
  /** Targets that some way serves which policy allows. */
  readonly served: ReadonlySet<TargetId>;
};

const measuredIn = onceFor((circumstances: Circumstances): Measured => {
  const { targets, observations, installation } = circumstances;
  const byTarget = groupBy(observations, ({ target }) => target);
  const served = targets.filter(({ id, policy }) =>
    (byTarget.get(id) ?? []).some(
      (each) => allows(policy[installation.egress], each.route.kind) && stateOf(each) === "works",
    ),
  );
  return {
    states: new Map(observations.map((each) => [each.id, stateOf(each)])),
    serving: servingProxies(circumstances),
    served: new Set(served.map(({ id }) => id)),
  };
});

const FAILING: ReadonlySet<RouteState> = new Set(["times-out", "fails", "foreign"]);

function fails({ target, route }: RoutingDecision, { states, serving, served }: Measured): boolean {
  if (route.kind !== "proxy") return false;
  const state = states.get(attemptId(target, route.proxy)) ?? "unknown";
  return FAILING.has(state) && (served.has(target) || !serving.has(route.proxy));
}
