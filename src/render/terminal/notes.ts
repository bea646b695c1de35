import type { Note } from "../told/note.ts";
import type { Paint } from "./style.ts";
import { labelled } from "./text.ts";

/** Paragraphs, each kind beside its label; all of them within `room`. */
export function noteLines(notes: readonly Note[], room: number, paint: Paint): readonly string[] {
  return notes.flatMap(({ label, texts, tone = "plain" }) => {
    const [first = "", ...others] = labelled(label, texts, room);
    return texts.length === 0 ? [] : [paint(tone, first), ...others];
  });
}
