import wrapAnsi from "wrap-ansi";
import { oneLine } from "../told/one-line.ts";
import { columnsTaken, isNarrow } from "./width.ts";

/** A line as lines of at most `width` columns, broken between words, or within one that is longer. */
export function wrapped(text: string, width: number): readonly string[] {
  const line = oneLine(text);
  if (columnsTaken(line) <= width) return [line];
  const words = line.split(" ");
  const isSimple = isNarrow(line) && words.every(({ length }) => length <= width);
  return isSimple ? filled(words, width) : wrapAnsi(line, width, { hard: true, trim: true }).split("\n");
}

/** Breaks as `wrapAnsi` does what needs no care: it takes a hundred times as long, and a table asks for thousands. */
function filled(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line.trimEnd()];
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => `${" ".repeat(columns)}${line}`);
}

/** Paragraphs beside a label that stands at the first line; all of them within `width`. */
export function labelled(label: string, texts: readonly string[], width: number): readonly string[] {
  return beside(
    label,
    texts.flatMap((text) => wrapped(text, width - LABEL_WIDTH)),
  );
}

/** Lines that are copied, beside a label that stands at the first; none is broken, however long it is. */
export function labelledWhole(label: string, texts: readonly string[]): readonly string[] {
  return beside(label, texts.map(oneLine));
}

function beside(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`);
}

const LABEL_WIDTH = 7;
