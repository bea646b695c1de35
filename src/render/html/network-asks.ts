import { sentence } from "../../messages/phrases.ts";
import type { Report } from "../../model/report.ts";
import { asksIn } from "../told/network-asks.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** Where what others are asked for stands in the page. */
export const ASKS_ANCHOR = "network-team";

/** What others are asked for, each with what was seen. */
export function networkAsks(report: Report): Markup {
  const told = asksIn(report);
  if (told === undefined) return NOTHING;
  const items = told.asks.map(
    ({ what, seen }) =>
      html`<li><p>${what}</p>${seen.map((each) => html`<p class="quiet">${sentence(`seen ${each}`)}</p>`)}</li>
`,
  );
  return html`<p>${told.from}</p><ul class="cards">${items}</ul>`;
}
