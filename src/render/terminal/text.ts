import wrapAnsi from "wrap-ansi";
import { oneLine } from "../told/one-line.ts";
import { columnsTaken, isNarrow } from "./width.ts";

/** A line as lines of at most `width` columns, broken between words, or within one that is longer. */
export function wrapped(text: string, width: number): readonly string[] {
  const line = oneLine(text);
  if (columnsTaken(line) <= width) return [line];
  const words = line.split(" ");
  // Of a word that is broken within, the library takes off blanks that are no spaces.
  const isShort = words.every(({ length }) => length <= width);
  const isSimple = isNarrow(line) && (isShort || (width > 0 && !line.includes("\u00a0")));
  return isSimple ? filled(words, width) : wrapAnsi(line, width, { hard: true, trim: true }).split("\n");
}

/** Breaks as `wrapAnsi` does what needs no care: it takes a hundred times as long, and a table asks for thousands. */
function filled(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (joined.length <= width) {
      line = joined;
      continue;
    }
    const isLong = word.length > width;
    const begun = isLong && takesFewerLines(word.length, line, width) ? joined : word;
    if (begun === word && line !== "") lines.push(line.trimEnd());
    const pieces = isLong ? (begun.match(new RegExp(`.{1,${width}}`, "g")) ?? []) : [begun];
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line.trimEnd()];
}

/** Whether a word that is to be broken takes no more lines where it begins behind what stands in one. */
function takesFewerLines(length: number, line: string, width: number): boolean {
  const left = width - (line === "" ? 0 : line.length + 1);
  return Math.floor((length - 1) / width) >= 1 + Math.floor((length - left - 1) / width);
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => `${" ".repeat(columns)}${line}`);
}

/** Paragraphs beside a label that stands at the first line; all of them within `width`. */
export function labelled(label: string, texts: readonly string[], width: number): readonly string[] {
  const lines = texts.flatMap((text) => wrapped(text, width - LABEL_WIDTH));
  return lines.map((line, index) => `${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`);
}

const LABEL_WIDTH = 7;
