import { html, type Markup } from "./markup.ts";

/** A unified diff that can be copied as it stands: long lines are broken for the eye alone. */
export function diff(text: string): Markup {
  const lines = text.replace(/\n$/, "").split("\n").map(lineOf);
  return html`<pre class="diff">${lines.map((line, at) => (at === 0 ? line : ["\n", line]))}</pre>`;
}

function lineOf(line: string): Markup {
  if (line.startsWith("+++") || line.startsWith("---")) return html`<b>${line}</b>`;
  if (line.startsWith("+")) return html`<ins>${line}</ins>`;
  if (line.startsWith("-")) return html`<del>${line}</del>`;
  return line.startsWith("@@") ? html`<span class="quiet">${line}</span>` : html`${line}`;
}
