import type { Cell } from "../told/table.ts";
import type { Piece } from "../told/tone.ts";
import { html, type Markup } from "./markup.ts";

/** A glyph and words in their colour. */
export function pieceOf({ tone, text }: Piece): Markup {
  return tone === "plain" ? html`${text}` : html`<span class="${tone}">${text}</span>`;
}

/** The pieces of one cell, each on a line of its own. */
export function cellOf(cell: Cell): readonly Markup[] {
  const [only] = cell;
  return cell.length === 1 && only !== undefined
    ? [pieceOf(only)]
    : cell.map((piece) => html`<div>${pieceOf(piece)}</div>`);
}

/** An id whose lines may be broken after each slash. */
export function breakable(id: string): readonly Markup[] {
  return id.split("/").map((part, at) => (at === 0 ? html`${part}` : html`/<wbr>${part}`));
}
