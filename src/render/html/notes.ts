import type { Note } from "../told/note.ts";
import { definitions } from "./definitions.ts";
import { html, type Markup, type Value } from "./markup.ts";
import { ASKS_ANCHOR } from "./network-asks.ts";

/** Paragraphs about a finding; where several fixes help, each has its own. */
export function noteList(notes: readonly Note[]): Markup {
  return definitions(
    notes.map((note) => [note.label, textsOf(note)]),
    "notes",
  );
}

function textsOf(note: Note): Value {
  switch (note.label) {
    case "at":
      return note.texts.map((text) => html`<p class="place"><code>${text}</code></p>`);
    case "then":
      return html`<ol class="commands">${note.texts.map((text) => html`<li>${command(text)}</li>`)}</ol>`;
    case "type":
      return note.texts.map((text) => html`<p><code class="command">${text}</code></p>`);
    case "ask":
      return note.texts.map((text) => html`<p><a href="#${ASKS_ANCHOR}">${text}</a></p>`);
    case "fix": {
      const [verdict = "", ...edits] = note.texts;
      return [html`<p class="${note.tone ?? "plain"}">${verdict}</p>`, ...edits.map(edit)];
    }
    default:
      return note.texts.map((text) => html`<p>${text}</p>`);
  }
}

function edit(text: string): Markup {
  return html`<p class="place"><code>${text}</code></p>`;
}

/** A line to type; what is to be done with one's hands is no such line. */
function command(text: string): Markup {
  return text.startsWith("sudo ") ? html`<code class="command">${text}</code>` : html`${text}`;
}
