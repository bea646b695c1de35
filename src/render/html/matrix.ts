import { COMPONENTS } from "../../messages/components.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Context } from "./context.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { breakable, pieceOf } from "./piece.ts";
import { table } from "./table.ts";

/** Which way each component goes to each target, and whether that is right. */
export function matrix({ report, anchors, judge }: Context): Markup {
  const byTarget = groupBy(report.decisions, ({ target }) => target);
  const called = report.targets.filter(({ id }) => byTarget.has(id));
  if (called.length === 0) return NOTHING;
  const callers = new Set(report.decisions.map(({ component }) => component));
  const components = report.components.map(({ id }) => id).filter((id) => callers.has(id));
  const rows = called.map(({ id }) => {
    const decisions = new Map(byTarget.get(id)?.map((each) => [each.component, each]));
    const cells = components.map((component) => {
      const decision = decisions.get(component);
      if (decision === undefined) return html`<span class="quiet">–</span>`;
      const { piece, finding } = judge(decision);
      const anchor = finding === undefined ? undefined : anchors.findings.get(finding.id);
      return anchor === undefined ? pieceOf(piece) : html`<a href="#${anchor}">${pieceOf(piece)}</a>`;
    });
    return { cells: [html`<a href="#${anchors.targets.get(id) ?? ""}">${breakable(id)}</a>`, ...cells] };
  });
  return html`${table({
    caption: "Which way each component goes to each target that it calls",
    headings: ["target", ...components.map((id) => COMPONENTS[id].name)],
    rows,
    kind: "matrix",
  })}${LEGEND}`;
}

const LEGEND = html`<p class="legend"><span class="good">✓ the right way, and it serves</span> <span class="bad">✗ the wrong way, or one that does not serve</span> <span class="warn">! another way would be better</span> <span>? nobody can say</span> <span class="quiet">– not called</span></p>`;
