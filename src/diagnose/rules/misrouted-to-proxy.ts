import { attemptId } from "../../model/observation.ts";
import { DIRECT } from "../../model/route.ts";
import type { Rule } from "../rule.ts";
import { decisionIds, trafficJudged } from "../traffic.ts";

/**
 * Policy says direct, or only direct works, and a component uses the proxy. What the proxy did counts as
 * evidence only where policy would have allowed it: for a must-direct target it is wrong even if it works.
 */
export const misroutedToProxy: Rule<"misrouted-to-proxy"> = (the) =>
  trafficJudged(the, "misrouted-to-proxy").map(({ decisions, ...group }) => {
    const target = the.targets.find(({ id }) => id === group.targets[0]);
    const forbidden = target !== undefined && the.policyOf(target) === "must-direct";
    const { hosts, targets, components, proxies, reason } = group;
    return {
      about: targets[0],
      severity: "error",
      subject: { target: targets[0] },
      args: {
        hosts,
        targets,
        components,
        proxies,
        reason: forbidden ? reason : "it works direct, and the proxy does not serve it",
      },
      evidence: [
        ...decisionIds(decisions),
        ...targets.map((id) => attemptId(id, DIRECT)),
        ...(forbidden ? [] : targets.flatMap((id) => proxies.map((proxy) => `${id}@${proxy}`))),
      ],
    };
  });
