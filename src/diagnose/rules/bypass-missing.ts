import type { Because } from "../../model/client.ts";
import { decisionId } from "../../model/decision.ts";
import { endpointOf, type Target } from "../../model/target.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { listsMeantFor } from "../steps.ts";
import { type Group, isJudged, trafficTo } from "../traffic.ts";

/**
 * A component has a proxy, and no entry of its bypass list matches a host that is to be called direct. Of hosts that
 * were measured, misrouted-to-proxy and avoidable-proxying speak.
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
  return trafficTo(the, unmeasured(the), (target, { route, because }) => {
    const policy = the.policyOf(target);
    return (
      route.kind === "proxy" &&
      (policy === "must-direct" || policy === "should-direct") &&
      isJudged(the, target) &&
      !because.some(isForInstaller)
    );
  });
}

/** All that is called, before anything is measured; afterwards the hosts that nobody measures (decision 0012). */
function unmeasured(the: Case): readonly Target[] {
  if (the.observations.length === 0) return [...the.needed, ...the.internal];
  const measured = the.needed.filter((target) => the.policyOf(target) === "must-direct").map(hostOf);
  return the.internal.filter((target) => isThere(the, target) && !measured.includes(hostOf(target)));
}

/** Docker's bridge may be at another address, and before Docker is installed there is none. */
function isThere({ installation }: Case, target: Target): boolean {
  return target.id !== "internal/docker-bridge" || installation.addresses.includes(hostOf(target));
}

function hostOf({ url }: Target): string {
  return endpointOf(url).host;
}

/** What replicated.conf names, the installer gives the containers together with a list of its own (domain-facts 4.3). */
function isForInstaller({ effect, source }: Because): boolean {
  return effect === "proxies" && source.startsWith("/etc/replicated.conf:");
}
