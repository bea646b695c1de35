import type { ComponentId } from "../../model/component.ts";
import { decisionId, type RoutingDecision } from "../../model/decision.ts";
import { type Finding, SEVERITIES } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { routeId } from "../../model/route.ts";
import type { TargetId } from "../../model/target.ts";
import { pieceFor } from "./cells.ts";
import type { ProxyNames } from "./proxy-names.ts";
import { GLUE, type Piece } from "./tone.ts";
import { wayOf } from "./ways.ts";

/** Which way one component goes to one target, whether that is right, and the heaviest of what is said against it. */
export type Decided = { readonly piece: Piece; readonly finding?: Finding };

/** Decisions as a table has them: targets that some component calls, and components that call any. */
export type DecisionTable = {
  readonly targets: readonly TargetId[];
  readonly components: readonly ComponentId[];
  readonly at: (target: TargetId, component: ComponentId) => RoutingDecision | undefined;
};

/** The table of a report's decisions, in the report's order. */
export function decisionTable({ targets, components, decisions }: Report): DecisionTable {
  const known = new Map(decisions.map((decision) => [decisionId(decision), decision]));
  const called = new Set(decisions.map(({ target }) => target));
  const callers = new Set(decisions.map(({ component }) => component));
  return {
    targets: targets.map(({ id }) => id).filter((id) => called.has(id)),
    components: components.map(({ id }) => id).filter((id) => callers.has(id)),
    at: (target, component) => known.get(decisionId({ component, target })),
  };
}

/** Tells of each decision of a report which way it goes and whether that is right, by what was found and measured. */
export function judgeOfDecisions(report: Report, names: ProxyNames): (decision: RoutingDecision) => Decided {
  const against = new Map<string, Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of report.findings.filter((each) => each.severity === severity)) {
      for (const id of finding.evidence) if (!against.has(id)) against.set(id, finding);
    }
  }
  return (decision) => {
    const finding = against.get(decisionId(decision));
    const seen =
      report.judges === "settings" || decision.route.kind === "invalid"
        ? undefined
        : pieceFor(report, decision.target, routeId(decision.route));
    const piece = pieceOf(decision, wayOf(decision, names), seen, finding);
    return finding === undefined ? { piece } : { piece, finding };
  };
}

function pieceOf({ route }: RoutingDecision, way: string, seen?: Piece, finding?: Finding): Piece {
  if (route.kind === "invalid" || finding?.severity === "error")
    return { tone: "bad", text: `✗${GLUE}${way}` };
  if (seen?.tone === "bad") return { tone: "bad", text: `✗${GLUE}${way}: ${wordsIn(seen)}` };
  if (finding?.severity === "warning") return { tone: "warn", text: `!${GLUE}${way}` };
  if (seen?.tone === "good") return { tone: "good", text: `✓${GLUE}${way}` };
  return { tone: "plain", text: seen === undefined ? way : `?${GLUE}${way}: ${wordsIn(seen)}` };
}

/** What a piece says, without its glyph. */
function wordsIn({ text }: Piece): string {
  return text.slice(text.indexOf(GLUE) + 1);
}
