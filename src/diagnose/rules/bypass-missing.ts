import type { Because } from "../../model/client.ts";
import { decisionId } from "../../model/decision.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { listsMeantFor } from "../steps.ts";
import { type Group, isJudged, trafficTo } from "../traffic.ts";

/**
 * A component has a proxy, and no entry of its bypass list matches a host that is to be called direct. Of what was
 * measured, misrouted-to-proxy and avoidable-proxying speak.
 */
export const bypassMissing: Rule<"bypass-missing"> = (the) =>
  unmeasuredTraffic(the).map(({ decisions, target, ...group }) => {
    const { hosts, targets, components, proxies, reason } = group;
    return {
      about: targets[0],
      severity: the.policyOf(target) === "must-direct" ? "error" : "warning",
      subject: { target: targets[0] },
      args: { hosts, targets, components, proxies, reason },
      evidence: [...decisions.map(decisionId), ...listsMeantFor(the, decisions)],
    };
  });

/** What is to go direct and by its settings does not, where no measurement tells. */
function unmeasuredTraffic(the: Case): readonly Group[] {
  if (the.observations.length > 0) return [];
  return trafficTo(the, [...the.needed, ...the.internal], (target, { route, because }) => {
    const policy = the.policyOf(target);
    return (
      route.kind === "proxy" &&
      (policy === "must-direct" || policy === "should-direct") &&
      isJudged(the, target) &&
      !because.some(isForInstaller)
    );
  });
}

/** What replicated.conf names, the installer gives the containers together with a list of its own (domain-facts 4.3). */
function isForInstaller({ effect, source }: Because): boolean {
  return effect === "proxies" && source.startsWith("/etc/replicated.conf:");
}
