import { decisionId } from "../../model/decision.ts";
import { attemptId } from "../../model/observation.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { listsMeantFor } from "../steps.ts";
import { type Group, trafficJudged } from "../traffic.ts";
import { weightOf } from "../weight.ts";

/**
 * Policy says direct, or only direct works, and a component uses the proxy. What the proxy did counts as
 * evidence only where policy would have allowed it: for a must-direct target it is wrong even if it works.
 */
export const misroutedToProxy: Rule<"misrouted-to-proxy"> = (the) =>
  measured(the).map(({ target, decisions, ...group }) => {
    const forbidden = the.policyOf(target) === "must-direct";
    const { hosts, targets, components, proxies, reason } = group;
    return {
      about: targets[0],
      severity: weightOf(the, targets),
      subject: { target: targets[0] },
      args: {
        hosts,
        targets,
        components,
        proxies,
        reason: forbidden ? reason : "it works direct, and the proxy does not serve it",
      },
      evidence: [
        ...decisions.map(decisionId),
        ...listsMeantFor(the, decisions),
        ...targets.map((id) => attemptId(id, "direct")),
        ...(forbidden ? [] : targets.flatMap((id) => proxies.map((proxy) => attemptId(id, proxy)))),
      ],
    };
  });

/** Before anything is measured, bypass-missing says the same. */
function measured(the: Case): readonly Group[] {
  return the.observations.length === 0 ? [] : trafficJudged(the, "misrouted-to-proxy");
}
