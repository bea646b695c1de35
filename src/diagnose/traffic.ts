import type { ComponentId } from "../model/component.ts";
import type { DecidedRoute, RoutingDecision } from "../model/decision.ts";
import type { VainCalls } from "../model/finding-parts.ts";
import { groupBy } from "../model/group-by.ts";
import type { ProxyId, RouteId } from "../model/route.ts";
import { endpointOf, type Target, type TargetId } from "../model/target.ts";
import { allows, availability, best, compare, type RouteState, stateOf, type Verdict } from "./compare.ts";
import type { Case } from "./evidence.ts";

/** Traffic that one verdict says the same of: called by the same components, for the same reason, the same way. */
export type Group = {
  /** The first of the targets; policy and reason are the same for all. */
  readonly target: Target;
  readonly hosts: readonly string[];
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly components: readonly ComponentId[];
  readonly proxies: readonly ProxyId[];
  readonly reason: string;
  readonly decisions: readonly RoutingDecision[];
};

/** The verdict on every decision that names a usable route. */
export function verdictOn(the: Case, target: Target, { route }: RoutingDecision): Verdict {
  if (route.kind === "invalid" || !isJudged(the, target)) return "unknown";
  const direct = stateOf(the.observation(target.id, "direct"));
  const through = route.kind === "proxy" ? [route.proxy] : the.proxies;
  const proxy = best(through.map((id) => stateOf(the.observation(target.id, id))));
  return compare(the.policyOf(target), route.kind, direct, proxy);
}

/** All traffic to needed targets with this verdict, in target order. */
export function trafficJudged(the: Case, verdict: Verdict): readonly Group[] {
  return trafficTo(the, the.needed, (target, decision) => verdictOn(the, target, decision) === verdict);
}

/** Traffic to some targets that goes such a way, in their order. */
export function trafficTo(
  the: Case,
  targets: readonly Target[],
  isSuch: (target: Target, decision: RoutingDecision) => boolean,
): readonly Group[] {
  const rows = targets.flatMap((target) => {
    const decisions = the.decisionsOn(target.id).filter((decision) => isSuch(target, decision));
    return decisions.length === 0 ? [] : [{ target, decisions }];
  });
  const keyOf = ({ target, decisions }: (typeof rows)[number]) =>
    JSON.stringify([target.reason, decisions.map(({ component, route }) => [component, wayOf(route)])]);
  return [...groupBy(rows, keyOf).values()].flatMap((same): readonly Group[] => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    const through = first.decisions.flatMap(({ route }) => (route.kind === "proxy" ? [route.proxy] : []));
    return [
      {
        target: first.target,
        hosts: hostsOf(same.map(({ target }) => target)),
        targets: [first.target.id, ...others.map(({ target }) => target.id)],
        components: first.decisions.map(({ component }) => component),
        proxies: [...new Set(through)],
        reason: first.target.reason,
        decisions: same.flatMap(({ decisions }) => decisions),
      },
    ];
  });
}

/** The targets that some calls, made or decided, lead to, in plan order; not what nobody measures. */
export function targetsOf(
  { targets }: Pick<Case, "targets">,
  calls: readonly { readonly target: TargetId }[],
): readonly Target[] {
  const called = new Set(calls.map(({ target }) => target));
  return targets.filter(({ id }) => called.has(id));
}

/** Who makes such calls, of those to targets, and to which; nothing where there is none. */
export function vainCalls(
  the: Pick<Case, "targets">,
  calls: readonly RoutingDecision[],
): VainCalls | undefined {
  const targets = targetsOf(the, calls).map(({ id }) => id);
  const made = calls.filter(({ target }) => targets.includes(target));
  if (made.length === 0) return undefined;
  return { components: [...new Set(made.map(({ component }) => component))], targets };
}

/** The distinct hosts of some targets. */
export function hostsOf(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.map(({ url }) => endpointOf(url).host))];
}

/** The routes that policy lets serve a target, among those measured. */
export function allowedRoutes(the: Case, target: Target): readonly RouteId[] {
  const policy = the.policyOf(target);
  return [...(allows(policy, "direct") ? ["direct"] : []), ...(allows(policy, "proxy") ? the.proxies : [])];
}

/** What the allowed routes of a target did, by route. */
export function allowedStates(the: Case, target: Target): ReadonlyMap<RouteId, RouteState> {
  return new Map(
    allowedRoutes(the, target).map((route) => [route, stateOf(the.observation(target.id, route))]),
  );
}

/** Whether a route's state matters to someone: a component goes there, or nothing that is allowed serves. */
export function matters(the: Case, target: Target, route: RouteId): boolean {
  const states = allowedStates(the, target);
  if (!states.has(route) || !the.needed.includes(target) || !isJudged(the, target)) return false;
  return goesBy(the, target, route) || availability([...states.values()]) !== "up";
}

/** Whether a component calls a target by a route. */
export function goesBy(the: Case, target: Target, route: RouteId): boolean {
  return the.decisionsOn(target.id).some((decision) => wayOf(decision.route) === route);
}

/** The route a component takes, by its id. */
export function wayOf(route: DecidedRoute): RouteId {
  return route.kind === "proxy" ? route.proxy : route.kind;
}

/**
 * Off EC2 there is no metadata service, and nobody is to blame for that. Where nothing was measured, a machine that
 * gives no sign of what it is, as a copied tree, is taken for the EC2 instance it is most likely to be.
 */
export function isJudged(the: Case, target: Target): boolean {
  if (target.exchange.kind !== "instance-identity") return true;
  const { onEc2, role } = the.installation;
  const isLikely = onEc2 === "unknown" && role !== "workstation" && the.observations.length === 0;
  return onEc2 === "yes" || isLikely || answers(the, target);
}

function answers(the: Case, target: Target): boolean {
  return stateOf(the.observation(target.id, "direct")) === "works";
}
