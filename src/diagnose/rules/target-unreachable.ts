import { outages } from "../outage.ts";
import type { Rule } from "../rule.ts";
import { weightOf } from "../weight.ts";

/** No route that may serve a target does, for other causes than time alone. */
export const targetUnreachable: Rule<"target-unreachable"> = (the) =>
  outages(the, "target", ["unreachable"]).map(({ hosts, targets, components, failures, evidence }) => ({
    about: targets[0],
    severity: weightOf(the, targets),
    subject: { target: targets[0] },
    args: { hosts, targets, components, failures },
    evidence,
  }));
