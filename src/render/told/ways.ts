import { COMPONENTS } from "../../messages/components.ts";
import type { RoutingDecision } from "../../model/decision.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Report } from "../../model/report.ts";
import type { TargetId } from "../../model/target.ts";
import { heaviestAgainst, lookupsIn } from "./lookups.ts";
import { type ProxyNames, shortProxy } from "./proxy-names.ts";
import { GLUE, type Piece } from "./tone.ts";

/** Which way the components go to one target: one piece for all where they agree, else one for each way. */
export function waysTo(report: Report, target: TargetId, names: ProxyNames): readonly Piece[] {
  const decisions = lookupsIn(report).decisions.get(target) ?? [];
  if (decisions.length === 0) return [{ tone: "quiet", text: `–${GLUE}not called` }];
  const ways = groupBy(decisions, (decision) => wayOf(decision, names));
  return [...ways].map(([way, same]): Piece => {
    const who = same.map(({ component }) => COMPONENTS[component].name).join(", ");
    const text = ways.size === 1 ? `all ${way}` : `${way}: ${who}`;
    switch (heaviestAgainst(report, same)) {
      case "error":
        return { tone: "bad", text: `✗${GLUE}${text}` };
      case "warning":
        return { tone: "warn", text: `!${GLUE}${text}` };
      default:
        return { tone: "plain", text };
    }
  });
}

/** The way of one decision, as a table names it. */
export function wayOf({ route }: RoutingDecision, names: ProxyNames): string {
  switch (route.kind) {
    case "direct":
      return "direct";
    case "invalid":
      return "unusable setting";
    case "proxy":
      return names.size > 1 ? (names.get(route.proxy) ?? shortProxy(route.proxy)) : "proxy";
  }
}
