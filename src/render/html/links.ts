import type { Anchors } from "./anchors.ts";
import { html, type Markup, type Value } from "./markup.ts";
import { breakable } from "./piece.ts";

/** A link to an anchor of the page; the text alone where there is none. */
export function linked(anchor: string | undefined, text: Value): Markup {
  return anchor === undefined ? html`${text}` : html`<a href="#${anchor}">${text}</a>`;
}

/** A target's id, which leads to where the target is told of. */
export function targetLink({ targets }: Anchors, id: string): Markup {
  return linked(targets.get(id), breakable(id));
}
