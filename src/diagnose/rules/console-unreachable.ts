import { outages } from "../outage.ts";
import type { Rule } from "../rule.ts";

/** Replicated's console on port 8800 cannot be opened from here, as is usual: there is a way around by ssh. */
export const consoleUnreachable: Rule<"console-unreachable"> = (the) =>
  outages(the, "console", ["timing-out", "unreachable"]).map(({ hosts, targets, failures, evidence }) => ({
    about: targets[0],
    severity: "warning",
    subject: { target: targets[0] },
    args: { host: hosts[0] ?? "", failure: failures[0]?.code ?? "unknown" },
    evidence,
  }));
