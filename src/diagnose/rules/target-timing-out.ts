import { outages } from "../outage.ts";
import type { Rule } from "../rule.ts";
import { weightOf } from "../weight.ts";

/** Every route that may serve a target times out. */
export const targetTimingOut: Rule<"target-timing-out"> = (the) =>
  outages(the, "target", ["timing-out"]).map(({ hosts, targets, components, failures, evidence }) => ({
    about: targets[0],
    severity: weightOf(the, targets),
    subject: { target: targets[0] },
    args: { hosts, targets, components, routes: failures.map(({ route }) => route) },
    evidence,
  }));
