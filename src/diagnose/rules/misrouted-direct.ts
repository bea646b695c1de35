import { availability } from "../compare.ts";
import type { Rule } from "../rule.ts";
import { allowedStates, decisionIds, trafficJudged } from "../traffic.ts";

/** A component goes direct where only the proxy works, or where policy wants the proxy. */
export const misroutedDirect: Rule<"misrouted-direct"> = (the) =>
  trafficJudged(the, "misrouted-direct").map(({ decisions, ...group }) => {
    const { hosts, targets, components, reason } = group;
    const target = the.needed.find(({ id }) => id === targets[0]);
    const unwanted = target !== undefined && the.policyOf(target) === "must-proxy";
    const serving = the.proxies.filter(
      (proxy) =>
        target !== undefined && availability([allowedStates(the, target).get(proxy) ?? "unknown"]) === "up",
    );
    return {
      about: targets[0],
      severity: "error",
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
        ...decisionIds(decisions),
        ...targets.flatMap((id) => ["direct", ...serving].map((route) => `${id}@${route}`)),
      ],
    };
  });
