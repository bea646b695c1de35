import { html, type Markup, NOTHING, type Value } from "./markup.ts";

/** Terms with what is to be said of each, one group a term; without those of which nothing is. */
export function definitions(entries: readonly (readonly [Value, Value])[], kind = "facts"): Markup {
  const told = entries.filter(([, value]) => value !== "" && value !== NOTHING);
  if (told.length === 0) return NOTHING;
  return html`<dl class="${kind}">${told.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}
