import { COMPONENTS } from "../../messages/components.ts";
import { decisionTable } from "../told/decided.ts";
import { legend } from "../told/proxy-names.ts";
import type { Context } from "./context.ts";
import { linked, targetLink } from "./links.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { pieceOf } from "./piece.ts";
import { table } from "./table.ts";

/** Which way each component goes to each target, and whether that is right. */
export function matrix({ report, anchors, names, judge }: Context): Markup {
  const { targets, components, at } = decisionTable(report);
  if (targets.length === 0) return NOTHING;
  const rows = targets.map((id) => {
    const cells = components.map((component) => {
      const decision = at(id, component);
      if (decision === undefined) return html`<span class="quiet">–</span>`;
      const { piece, finding } = judge(decision);
      const anchor = finding === undefined ? undefined : anchors.findings.get(finding.id);
      return linked(anchor, pieceOf(piece));
    });
    return { cells: [targetLink(anchors, id), ...cells] };
  });
  return html`${table({
    caption: "Which way each component goes to each target that it calls",
    headings: ["target", ...components.map((id) => COMPONENTS[id].name)],
    rows,
    kind: "matrix",
  })}${report.judges === "traffic" ? MEASURED : READ}${legend(names).map((line) => html`<p class="quiet">${line}</p>`)}`;
}

const NOT_CALLED = html`<span class="quiet">– not called</span>`;

/** What the glyphs say where routes were measured. */
const MEASURED = html`<p class="legend"><span class="good">✓ the right way, and it serves</span> <span class="bad">✗ the wrong way, or one that does not serve</span> <span class="warn">! another way would be better</span> <span>? nobody can say</span> ${NOT_CALLED}</p>`;

/** And where only settings were read. */
const READ = html`<p class="legend"><span class="bad">✗ the wrong way, or none</span> <span class="warn">! something is said against it</span> ${NOT_CALLED}</p>`;
