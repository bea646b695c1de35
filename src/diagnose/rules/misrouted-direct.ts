import { decisionId } from "../../model/decision.ts";
import { attemptId } from "../../model/observation.ts";
import { availability } from "../compare.ts";
import type { Rule } from "../rule.ts";
import { allowedStates, trafficJudged } from "../traffic.ts";
import { weightOf } from "../weight.ts";

/** A component goes direct where only the proxy works, or where policy wants the proxy. */
export const misroutedDirect: Rule<"misrouted-direct"> = (the) =>
  trafficJudged(the, "misrouted-direct").map(({ target, decisions, ...group }) => {
    const { hosts, targets, components, reason } = group;
    const unwanted = the.policyOf(target) === "must-proxy";
    const states = allowedStates(the, target);
    const serving = the.proxies.filter((proxy) => availability([states.get(proxy) ?? "unknown"]) === "up");
    return {
      about: targets[0],
      severity: weightOf(the, targets),
      subject: { target: targets[0] },
      args: {
        hosts,
        targets,
        components,
        proxies: serving,
        direct: unwanted ? "not-wanted" : "fails",
        reason,
      },
      evidence: [
        ...decisions.map(decisionId),
        ...targets.flatMap((id) => ["direct", ...serving].map((route) => attemptId(id, route))),
      ],
    };
  });
