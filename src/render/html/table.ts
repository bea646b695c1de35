import { html, type Markup, NOTHING, type Value } from "./markup.ts";

/** A table: what it shows, its headings, and rows whose first cell names them. */
export type TableParts = {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly kind?: string;
};

/** A row, with the anchor by which it is found. */
export type Row = { readonly id?: string; readonly cells: readonly Value[] };

/** A table in a box of its own, which scrolls where the page is too narrow for it; nothing where it has no rows. */
export function table({ caption, headings, rows, kind = "plain" }: TableParts): Markup {
  if (rows.length === 0) return NOTHING;
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table class="${kind}">
<caption><span>${caption}</span></caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows.map(rowOf)}</tbody>
</table></div>`;
}

function rowOf({ id, cells: [name = "", ...others] }: Row): Markup {
  const rest = others.map((cell) => html`<td>${cell}</td>`);
  const anchor = id === undefined ? NOTHING : html` id="${id}"`;
  return html`
<tr${anchor}><th scope="row">${name}</th>${rest}</tr>`;
}
