import type { Note } from "../told/note.ts";
import type { Paint } from "./style.ts";
import { labelled, labelledWhole } from "./text.ts";

/** Paragraphs, each kind beside its label; all of them within `room`, but for lines to type, which are copied whole. */
export function noteLines(notes: readonly Note[], room: number, paint: Paint): readonly string[] {
  return notes.flatMap(({ label, texts, tone = "plain" }) => {
    const lines = label === "type" ? labelledWhole(label, texts) : labelled(label, texts, room);
    const [first = "", ...others] = lines;
    return texts.length === 0 ? [] : [paint(tone, first), ...others];
  });
}
