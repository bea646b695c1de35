import { COMPONENTS } from "../../messages/components.ts";
import type { ComponentId } from "../../model/component.ts";
import type { Report } from "../../model/report.ts";
import { isConfigured } from "../../model/target.ts";
import type { ProxyNames } from "../told/proxy-names.ts";
import type { Column } from "../told/table.ts";
import { wayOf } from "../told/ways.ts";

/** Which way each component goes to each target that a component calls: a row a target, a column a component. */
export function decidedColumns({ targets, decisions }: Report, names: ProxyNames): readonly Column[] {
  const called = targets
    .filter(isConfigured)
    .filter(({ id }) => decisions.some(({ target }) => target === id));
  const components = [...new Set(decisions.map(({ component }) => component))];
  const wayTo = (target: string, component: ComponentId) => {
    const decision = decisions.find((each) => each.target === target && each.component === component);
    return decision === undefined ? "–" : wayOf(decision, names);
  };
  return [
    { heading: "target", cells: called.map(({ id }) => [{ tone: "plain", text: id }]) },
    ...components.map(
      (component): Column => ({
        heading: COMPONENTS[component].name,
        cells: called.map(({ id }) => [{ tone: "plain", text: wayTo(id, component) }]),
      }),
    ),
  ];
}
