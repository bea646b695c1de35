import type { Report } from "../../model/report.ts";
import type { Overview } from "../told/overview.ts";
import type { Tone } from "../told/tone.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup } from "./markup.ts";
import type { Part } from "./section.ts";

const GLYPHS: Readonly<Record<Tone, string>> = {
  good: "✓",
  bad: "✗",
  warn: "!",
  plain: "·",
  quiet: "·",
  strong: "·",
};

/** When a report was made and whether all is well, what is wrong first and what is to be done next. */
export function masthead({ startedAt, durationMs, judges, tool }: Report, overview: Overview): Markup {
  const { verdict, tone, subject, egress, incomplete, first, next } = overview;
  const did = judges === "traffic" ? "checked" : "settings judged";
  return html`<header class="masthead ${tone}">
<p class="kind"><b>${tool.name}</b> ${did} <time datetime="${startedAt}">${momentOf(startedAt)}</time>, in ${secondsOf(durationMs)}</p>
<h1><span class="glyph" aria-hidden="true">${GLYPHS[tone]}</span> ${verdict}</h1>
<p class="subject">${subject}</p>
${egress.map((line) => html`<p class="quiet">${line}</p>`)}
${incomplete.map((line) => html`<p class="warn">! ${line}</p>`)}
${definitions(
  [
    ["First", first ?? ""],
    ["Next", next ?? ""],
  ],
  "steps",
)}
</header>
`;
}

/** Where what stands in the page. */
export function contents(parts: readonly Part[]): Markup {
  const items = parts.map(
    ({ id, title, count }) =>
      html`<li><a href="#${id}">${title}</a>${count === undefined ? "" : html` <span class="quiet">${count}</span>`}</li>`,
  );
  return html`<nav aria-label="Contents"><ul>${items}</ul></nav>
`;
}

/** `2026-11-27 21:35:26 UTC`. */
export function momentOf(startedAt: string): string {
  return startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/, "$1 $2 UTC");
}

function secondsOf(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
