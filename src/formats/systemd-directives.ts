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

/** A header such as `[Service]`, as it stands; that of what comes before the first is empty. */
type Header = { readonly text: string; readonly line: number };

/** The logical lines of a unit but headers, each with the header above it; behind one that is rejected, all are below it. */
export function* linesBelowHeaders(
  text: string,
): Generator<{ readonly header: Header; readonly within: LogicalLine }> {
  let header: Header = { text: "", line: 0 };
  for (const within of logicalLines(text)) {
    const content = within.text.trim();
    if (content.startsWith("[") && !isRejected(header)) header = { text: content, line: within.line };
    else yield { header, within };
  }
}

/** Whether systemd rejects a header, and with it all that follows. */
export function isRejected({ text }: Header): boolean {
  return text !== "" && !text.endsWith("]");
}

/** The directives of `[Service]`, up to a section header that systemd rejects. */
export function* directivesOf(text: string): Generator<Directive> {
  for (const { header, within } of linesBelowHeaders(text)) {
    if (isRejected(header)) return;
    if (header.text !== "[Service]") continue;
    const equals = within.text.indexOf("=");
    if (equals > 0) yield { key: within.text.slice(0, equals).trim(), from: equals + 1, within };
  }
}
