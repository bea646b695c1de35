import { html, type Markup, type Value } from "./markup.ts";

/** A part of the page: where it is, under which heading, how many things stand in it and what it says. */
export type Part = {
  readonly id: string;
  readonly title: string;
  readonly count?: number;
  readonly body: Markup;
};

/** A part of the page under its heading, to which the contents lead. */
export function section({ id, title, body }: Part): Markup {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${body}
</section>
`;
}

/** What is told only to who asks for it; in print all of it is told. */
export function folded(summary: Value, body: Value): Markup {
  return html`<details class="fold"><summary>${summary}</summary>${body}</details>`;
}
