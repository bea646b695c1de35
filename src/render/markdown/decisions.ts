import { COMPONENTS } from "../../messages/components.ts";
import type { ComponentId } from "../../model/component.ts";
import type { Report } from "../../model/report.ts";
import { isConfigured, type TargetId } from "../../model/target.ts";
import { judgeOfDecisions } from "../told/decided.ts";
import type { ProxyNames } from "../told/proxy-names.ts";
import type { Column } from "../told/table.ts";
import type { Piece } from "../told/tone.ts";

/** Which way each component goes to each target that a component calls: a row a target, a column a component. */
export function decidedColumns(report: Report, names: ProxyNames): readonly Column[] {
  const { targets, decisions } = report;
  const called = targets
    .filter(isConfigured)
    .filter(({ id }) => decisions.some(({ target }) => target === id));
  const components = [...new Set(decisions.map(({ component }) => component))];
  const judge = judgeOfDecisions(report, names);
  const pieceFor = (target: TargetId, component: ComponentId): Piece => {
    const decision = decisions.find((each) => each.target === target && each.component === component);
    return decision === undefined ? { tone: "quiet", text: "–" } : judge(decision).piece;
  };
  return [
    { heading: "target", cells: called.map(({ id }) => [{ tone: "plain", text: id }]) },
    ...components.map((component) => ({
      heading: COMPONENTS[component].name,
      cells: called.map(({ id }) => [pieceFor(id, component)]),
    })),
  ];
}
