import wrapAnsi from "wrap-ansi";
import { oneLine } from "../told/one-line.ts";

/** Characters that take one column at most. */
const NARROW = /^[\u0020-\u2e7f]*$/;

/** A line as lines of at most `width` columns, broken between words, or within one that is longer. */
export function wrapped(text: string, width: number): readonly string[] {
  const line = oneLine(text);
  // Most lines fit, and wrapping is slow: laying out a table asks for thousands.
  if (line.length <= width && NARROW.test(line)) return [line];
  return wrapAnsi(line, width, { hard: true, trim: true }).split("\n");
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
