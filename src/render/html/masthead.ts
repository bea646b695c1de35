import { sentence } from "../../messages/phrases.ts";
import type { Overview } from "../told/overview.ts";
import type { Tone } from "../told/tone.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, type Value } from "./markup.ts";
import type { Part } from "./section.ts";

const GLYPHS: Readonly<Record<Tone, string>> = {
  good: "✓",
  bad: "✗",
  warn: "!",
  plain: "·",
  quiet: "·",
  strong: "·",
};

/** When a report was made and whether all is well, what is wrong first, with a link to it, and what is to be done next. */
export function masthead(made: Value, overview: Overview, firstLink: Value): Markup {
  const { verdict, tone, subject, egress, incomplete, first, next } = overview;
  return html`<header class="masthead ${tone}">
<p class="kind">${made}</p>
<h1><span class="glyph" aria-hidden="true">${GLYPHS[tone]}</span> <span>${verdict}</span></h1>
<p>${subject}</p>
${egress.map((line) => html`<p class="quiet">${line}</p>`)}
${incomplete.map((line) => html`<p class="warn">! ${line}</p>`)}
${definitions(
  [
    ["First", first === undefined ? "" : html`${first} ${firstLink}`],
    ["Next", sentence(next ?? "")],
  ],
  "steps",
)}
</header>
`;
}

/** Where what stands in the page. */
export function contents(parts: readonly Part[]): Markup {
  const items = parts.map(({ id, title, count }) => {
    const many = count === undefined ? "" : html` <span class="quiet">${count}</span>`;
    return html`<li><a href="#${id}">${title}</a>${many}</li>`;
  });
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>
`;
}
