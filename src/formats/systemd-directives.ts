import { isContinued } from "./continued.ts";

/** A logical line: physical lines joined by backslashes, each with its place in the text. */
export type LogicalLine = {
  readonly text: string;
  readonly pieces: readonly { readonly length: number; readonly offset: number }[];
  /** Number of the first physical line, from 1. */
  readonly line: number;
};

/** A logical line of a `[Service]` section, its key, and where its value begins in it. */
export type Directive = { readonly key: string; readonly from: number; readonly within: LogicalLine };

/**
 * The logical lines of a unit. Comments are passed over even between the lines of one statement; the joint becomes
 * one blank, and those at the beginning of a continued line stay.
 */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let pieces: { text: string; length: number; offset: number }[] = [];
  let first = 0;
  let line = 0;
  const physical = /\uFEFF?([ \t]*)([^\r\n]*)(\r\n?|\n\r?|$)/y;
  const joined = () => ({ text: pieces.map((piece) => piece.text).join(""), pieces, line: first });
  while (physical.lastIndex < text.length) {
    const [, blanks = "", bare = "", ending = ""] = physical.exec(text) ?? [];
    line++;
    if (/^[#;]/.test(bare)) continue;
    const content = pieces.length === 0 ? bare : blanks + bare;
    if (pieces.length === 0) first = line;
    const continues = isContinued(content);
    const offset = physical.lastIndex - ending.length - content.length;
    pieces.push({
      text: continues ? `${content.slice(0, -1)} ` : content,
      length: content.length,
      offset,
    });
    if (continues) continue;
    yield joined();
    pieces = [];
  }
  if (pieces.length > 0) yield joined();
}

/** The directives of `[Service]`, up to a section header that systemd rejects. */
export function* directivesOf(text: string): Generator<Directive> {
  let section = "";
  for (const within of logicalLines(text)) {
    const content = within.text.trim();
    if (content.startsWith("[")) {
      if (!content.endsWith("]")) return;
      section = content;
    } else if (section === "[Service]") {
      const equals = within.text.indexOf("=");
      if (equals > 0) yield { key: within.text.slice(0, equals).trim(), from: equals + 1, within };
    }
  }
}
