import { COMPONENTS } from "../../messages/components.ts";
import type { Report } from "../../model/report.ts";
import { decisionTable, judgeOfDecisions } from "../told/decided.ts";
import type { ProxyNames } from "../told/proxy-names.ts";
import type { Column } from "../told/table.ts";
import type { Piece } from "../told/tone.ts";

const NOT_CALLED: Piece = { tone: "quiet", text: "–" };

/** Which way each component goes to each target that a component calls: a row a target, a column a component. */
export function decidedColumns(report: Report, names: ProxyNames): readonly Column[] {
  const { targets, components, at } = decisionTable(report);
  const judge = judgeOfDecisions(report, names);
  return [
    { heading: "target", cells: targets.map((id) => [{ tone: "plain", text: id }]) },
    ...components.map((component) => ({
      heading: COMPONENTS[component].name,
      cells: targets.map((target) => {
        const decision = at(target, component);
        return [decision === undefined ? NOT_CALLED : judge(decision).piece];
      }),
    })),
  ];
}
