import { counted } from "../../messages/phrases.ts";
import { matrixColumns, sideBySide, wordsBelowMatrix } from "../told/matrix.ts";
import type { Context } from "./context.ts";
import { targetLink } from "./links.ts";
import { html, type Markup } from "./markup.ts";
import { cellOf } from "./piece.ts";
import { table } from "./table.ts";

/** What every route to every target did, where traffic should go and where it goes. */
export function routes({ report, anchors, names }: Context): Markup {
  const [targets, ...others] = matrixColumns(report, names, sideBySide);
  const ids = (targets?.cells ?? []).map((cell) => cell.map(({ text }) => text).join(""));
  const rows = ids.map((id, row) => ({
    cells: [targetLink(anchors, id), ...others.map(({ cells }) => cellOf(cells[row] ?? []))],
  }));
  const below = wordsBelowMatrix(report, names).map((line) => html`<p class="quiet">${line}</p>`);
  return html`${table({
    caption: `What each way to ${counted(ids.length, "target")} did, and which one is taken`,
    headings: ["target", ...others.map(({ heading }) => heading)],
    rows,
    kind: "routes",
  })}${LEGEND}${below}`;
}

const LEGEND = html`<p class="legend"><span class="good">✓ serves</span> <span class="bad">✗ does not, and somebody needs it</span> <span class="quiet">· does not, and nobody needs it</span> <span class="warn">? nobody can say</span> <span class="warn">! goes a worse way than it could</span></p>`;
