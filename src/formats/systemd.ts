import { isContinued } from "./continued.ts";
import { addLine, endingNear, nextLine, provedInsertion, provedReplacement, splice } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { isHarmless } from "./quoting.ts";
import { withoutSpan, withoutStatement } from "./removal.ts";
import { readWords } from "./systemd-words.ts";

/** A logical line: physical lines joined by backslashes, each with its place in the text. */
type LogicalLine = {
  readonly text: string;
  readonly pieces: readonly { readonly length: number; readonly offset: number }[];
  /** Number of the first physical line, from 1. */
  readonly line: number;
};

/** A logical line of a `[Service]` section, its key, and where its value begins in it. */
type Directive = { readonly key: string; readonly from: number; readonly within: LogicalLine };

type Entry = Assignment & { readonly start: number; readonly end: number; readonly within: LogicalLine };

/** Comments are passed over even between the lines of one statement; the joint becomes one blank. */
function* logicalLines(text: string): Generator<LogicalLine> {
  let pieces: { text: string; length: number; offset: number }[] = [];
  let first = 0;
  let line = 0;
  const physical = /\uFEFF?[ \t]*([^\r\n]*)(\r\n?|\n\r?|$)/y;
  const joined = () => ({ text: pieces.map((piece) => piece.text).join(""), pieces, line: first });
  while (physical.lastIndex < text.length) {
    const [, content = "", ending = ""] = physical.exec(text) ?? [];
    line++;
    if (/^[#;]/.test(content)) continue;
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
function* directivesOf(text: string): Generator<Directive> {
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

function entriesOf(text: string): readonly Entry[] {
  let entries: Entry[] = [];
  for (const { key, from, within } of directivesOf(text)) {
    if (key !== "Environment") continue;
    if (within.text.slice(from).trim() === "") entries = [resetAt(within, from)];
    for (const word of readWords(within.text, from)) {
      const assignment = assignmentIn(word.text);
      if (assignment === undefined) continue;
      const { name, value } = assignment;
      const { start, end } = word;
      entries.push({ name, value, line: within.line, exported: true, start, end, within });
    }
  }
  return entries;
}

/** Takes back what stands before it, in this file and in those that systemd reads before this one. */
function resetAt(within: LogicalLine, from: number): Entry {
  return {
    name: "Environment",
    value: "",
    line: within.line,
    exported: true,
    resets: true,
    start: from,
    end: from,
    within,
  };
}

/** systemd takes no other names, and no control characters but tab and line feed (`env_assignment_is_valid`). */
function assignmentIn(word: string): { readonly name: string; readonly value: string } | undefined {
  const [, name, raw] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
  if (name === undefined || raw === undefined) return undefined;
  const value = withoutSpecifiers(raw);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (value === undefined || /[\0-\x08\x0b-\x1f\x7f]/.test(value)) return undefined;
  return { name, value };
}

/**
 * `%%` is a per cent sign. A letter or digit after `%` makes a specifier, whose meaning is not known here, or
 * one that systemd does not know either and that costs the assignment (`specifier.c`).
 */
function withoutSpecifiers(raw: string): string | undefined {
  if (/%[A-Za-z0-9]/.test(raw.replaceAll("%%", ""))) return undefined;
  return raw.replaceAll("%%", "%");
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ start: _start, end: _end, within: _within, ...assignment }) => assignment);
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).findLast(
    (each) => each.line === line && each.name === name && each.resets === undefined,
  );
  if (entry === undefined || entry.value === value) return text;
  const { within, start, end } = entry;
  const span = { start: offsetIn(within, start), end: offsetIn(within, end - 1) + 1 };
  const bare = text[span.start] !== '"' && text[span.start] !== "'" && isHarmless(value);
  const word = bare ? `${name}=${doublePerCent(value)}` : quoted(`${name}=${value}`);
  const after = splice(text, span, word);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, line: number, name: string, value: string): string {
  const directive = `Environment=${quoted(`${name}=${value}`)}`;
  const place = line === 0 ? lastOfService(text) : lineAt(text, line);
  const offset = place === undefined ? text.length : nextLine(text, endOf(place));
  const ending = endingNear(text, offset);
  const added = place === undefined ? `[Service]${ending}${directive}` : directive;
  const after = addLine(text, offset, added, ending);
  return provedInsertion(read, { before: text, after }, { name, value });
}

/** Where the word is all that the directive holds, the directive goes; an empty one would take back what stands before. */
function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).findLast(
    (each) => each.line === line && each.name === name && each.resets === undefined,
  );
  if (entry === undefined) return text;
  const { within, start, end } = entry;
  const others = `${within.text.slice(within.text.indexOf("=") + 1, start)}${within.text.slice(end)}`;
  const first = within.text.search(/\S/);
  const span =
    others.trim() === ""
      ? { start: offsetIn(within, first), end: endOf(within) }
      : { start: offsetIn(within, start), end: offsetIn(within, end - 1) + 1 };
  if (others.trim() === "") return withoutStatement(read, text, span, { line, name });
  const isBlank = (offset: number) => /[ \t]/.test(text[offset] ?? "");
  // One of the blanks about the word goes with it.
  const before = isBlank(span.end) || !isBlank(span.start - 1) ? 0 : 1;
  const cut = { start: span.start - before, end: span.end + (isBlank(span.end) ? 1 : 0) };
  return withoutSpan(read, text, cut, { line, name });
}

/** The last line of the last `[Service]` section that is not blank, its header included. */
function lastOfService(text: string): LogicalLine | undefined {
  let section = "";
  let last: LogicalLine | undefined;
  for (const each of logicalLines(text)) {
    const content = each.text.trim();
    if (content.startsWith("[")) section = content;
    if (section === "[Service]" && content !== "") last = each;
  }
  return last;
}

function lineAt(text: string, line: number): LogicalLine | undefined {
  let found: LogicalLine | undefined;
  for (const each of logicalLines(text)) if (each.line <= line) found = each;
  return found;
}

function endOf({ pieces }: LogicalLine): number {
  const last = pieces.at(-1);
  return last === undefined ? 0 : last.offset + last.length;
}

function offsetIn({ pieces }: LogicalLine, index: number): number {
  let rest = index;
  for (const { length, offset } of pieces) {
    if (rest < length) return offset + rest;
    rest -= length;
  }
  return 0;
}

function quoted(assignment: string): string {
  return `"${doublePerCent(assignment).replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`;
}

function doublePerCent(value: string): string {
  return value.replaceAll("%", "%%");
}

/**
 * `Environment=` of a unit or drop-in as systemd reads it (systemd.exec, systemd.syntax; `conf-parser.c`,
 * `config_parse_environ`): only in `[Service]`, several assignments a line, quotes around or within a word,
 * C escapes, `%%` for a per cent sign, `$` literal; an empty `Environment=` takes back what stands before it
 * in the file and in the files before, and is read as a reset. An assignment with a specifier such as `%h` is left out. A new assignment goes into
 * `[Service]`, in quotes.
 */
export const systemd: Format = { read, replace, insert, remove };
