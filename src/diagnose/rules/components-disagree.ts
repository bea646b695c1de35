import { type DecidedRoute, decisionId, type RoutingDecision } from "../../model/decision.ts";
import { groupBy } from "../../model/group-by.ts";
import { parseProxyId, proxyId, type RouteId } from "../../model/route.ts";
import type { Target } from "../../model/target.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { hostsOf, isJudged, verdictOn } from "../traffic.ts";

/**
 * Components of one machine reach one target by different ways, none of which is wrong as far as anyone knows: at
 * least one of them does not go as whoever wrote the settings meant. What knows no proxy has no choice.
 */
export const componentsDisagree: Rule<"components-disagree"> = (the) => {
  const divided = the.needed
    .filter((target) => isJudged(the, target) && the.policyOf(target) === "either")
    .filter((target) => the.decisionsOn(target.id).every((decision) => isUnblamed(the, target, decision)))
    .map((target) => {
      const decisions = the
        .decisionsOn(target.id)
        .filter(({ client, route }) => client !== "none" && route.kind !== "invalid");
      return { target, decisions, ways: groupBy(decisions, ({ route }) => wayWithoutLogin(route)) };
    })
    .filter(({ ways }) => ways.size > 1);
  const alike = groupBy(divided, ({ decisions }) =>
    JSON.stringify(decisions.map(({ component, route }) => [component, wayWithoutLogin(route)])),
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const targets = same.map(({ target }) => target);
    return [
      {
        about: first.target.id,
        severity: "warning" as const,
        subject: { target: first.target.id },
        args: {
          hosts: hostsOf(targets),
          targets: targets.map(({ id }) => id),
          ways: [...first.ways].map(([route, decisions]) => ({
            route,
            components: decisions.map(({ component }) => component),
          })),
        },
        evidence: same.flatMap(({ decisions }) => decisions.map(decisionId)),
      },
    ];
  });
};

/** Of ways that are wrong, more exact findings speak. */
function isUnblamed(the: Case, target: Target, decision: RoutingDecision): boolean {
  const verdict = verdictOn(the, target, decision);
  return verdict === "right" || verdict === "unknown";
}

/** One proxy is one way, whoever logs in to it. */
function wayWithoutLogin(route: DecidedRoute): RouteId {
  if (route.kind !== "proxy") return route.kind;
  const { username: _, ...endpoint } = parseProxyId(route.proxy);
  return proxyId(endpoint);
}
