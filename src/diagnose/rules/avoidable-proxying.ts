import { decisionId } from "../../model/decision.ts";
import { attemptId } from "../../model/observation.ts";
import type { Rule } from "../rule.ts";
import { trafficJudged } from "../traffic.ts";

/** A component uses the proxy for traffic that works direct and had better go so. */
export const avoidableProxying: Rule<"avoidable-proxying"> = (the) =>
  trafficJudged(the, "avoidable-proxying").map(({ decisions, ...group }) => {
    const { hosts, targets, components, proxies, reason } = group;
    return {
      about: targets[0],
      severity: "warning",
      subject: { target: targets[0] },
      args: { hosts, targets, components, proxies, reason },
      evidence: [...decisions.map(decisionId), ...targets.map((id) => attemptId(id, "direct"))],
    };
  });
