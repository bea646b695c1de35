import {
  addLine,
  afterLine,
  endingNear,
  lineCounter,
  nextLine,
  provedInsertion,
  provedReplacement,
  type Span,
  splice,
} from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { pastedFaults } from "./pasted.ts";
import { quoteForEnvironmentFile, styleOf } from "./quoting.ts";
import { withoutStatement } from "./removal.ts";
import { faultRemoval } from "./remove-fault.ts";

/** `offset` is where the name begins. */
type Entry = Assignment & { readonly span: Span; readonly offset: number };

/** One `KEY=` and the place after it. */
type Key = { readonly name: string; readonly offset: number; readonly next: number };

function entriesOf(text: string): readonly Entry[] {
  const lineAt = lineCounter(text);
  const entries: Entry[] = [];
  for (let key = nextKey(text, 0); key !== undefined; ) {
    const { value, span } = valueAt(text, key.next);
    const { name, offset } = key;
    if (isName(name) && isPrintable(value)) {
      entries.push({ name, value, line: lineAt(offset), exported: true, span, offset });
    }
    key = nextKey(text, span.end);
  }
  return entries;
}

/** A backslash at the end of a comment joins the next line to it (systemd before 254). */
function nextKey(text: string, from: number): Key | undefined {
  const statement = /[ \t\r\n]*(?:[#;](?:[^\\\r\n]+|\\[\s\S])*\\?|([^\r\n][^\r\n=]*)(=?))?/y;
  statement.lastIndex = from;
  while (statement.lastIndex < text.length) {
    const [, key, equals] = statement.exec(text) ?? [];
    if (key === undefined || equals !== "=") continue;
    const next = statement.lastIndex;
    return { name: key.replace(/[ \t]+$/, ""), offset: next - key.length - 1, next };
  }
  return undefined;
}

/** The value after `=`: quoted stretches as long as they follow one another, then bare text to the line's end. */
function valueAt(text: string, from: number): { readonly value: string; readonly span: Span } {
  const blanks = /[ \t]*/y;
  const skip = (offset: number) => {
    blanks.lastIndex = offset;
    blanks.exec(text);
    return blanks.lastIndex;
  };
  const start = skip(from);
  const parts: string[] = [];
  let at = start;
  while (text[at] === '"' || text[at] === "'") {
    const stretch = text[at] === "'" ? /'([^']*)'?/y : /"((?:[^"\\]+|\\[\s\S])*\\?)"?/y;
    stretch.lastIndex = at;
    const inner = stretch.exec(text)?.[1] ?? "";
    parts.push(text[at] === "'" ? inner : unescapeQuoted(inner));
    at = skip(stretch.lastIndex);
  }
  const rest = /(?:[^\\\r\n]+|\\[\s\S])*\\?/y;
  rest.lastIndex = at;
  parts.push(unescapeBare(rest.exec(text)?.[0] ?? ""));
  return { value: parts.join(""), span: { start, end: rest.lastIndex } };
}

function unescapeQuoted(inner: string): string {
  return inner.replace(/\\([\s\S]?)/g, (all, character: string) => {
    if (character === "\n" || character === "") return "";
    return /["\\`$]/.test(character) ? character : all;
  });
}

function unescapeBare(raw: string): string {
  const parts: string[] = [];
  let kept = 0;
  let length = 0;
  for (const [piece] of raw.matchAll(/\\[\s\S]?|[^\\]+/g)) {
    const escaped = piece.startsWith("\\");
    const plain = escaped ? piece.slice(1).replace(/[\r\n]/, "") : piece;
    parts.push(plain);
    length += plain.length;
    // Blanks at the end are cut off, unless a backslash protects them.
    const solid = escaped ? plain.length : trimmedLength(plain);
    if (escaped || solid > 0) kept = length - plain.length + solid;
  }
  return parts.join("").slice(0, kept);
}

function trimmedLength(plain: string): number {
  let end = plain.length;
  while (plain[end - 1] === " " || plain[end - 1] === "\t") end--;
  return end;
}

function isName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}

/** systemd refuses control characters but tab and line feed (`env_value_is_valid`). */
function isPrintable(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\0-\x08\x0b-\x1f\x7f]/.test(value);
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  if (entry === undefined || entry.value === value) return text;
  const word = quoteForEnvironmentFile(value, styleOf(text.slice(entry.span.start)));
  const after = splice(text, entry.span, word);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, line: number, name: string, value: string): string {
  const statement = entriesOf(text).findLast((each) => each.line === line);
  const offset = statement === undefined ? afterLine(text, line) : nextLine(text, statement.span.end);
  const word = quoteForEnvironmentFile(value, "bare");
  const after = addLine(text, offset, `${name}=${word}`, endingNear(text, offset));
  return provedInsertion(read, { before: text, after }, { name, value });
}

function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  if (entry === undefined) return text;
  return withoutStatement(read, text, { start: entry.offset, end: entry.span.end }, { line, name });
}

/**
 * `KEY=VALUE` lines as systemd reads an `EnvironmentFile=` (systemd `src/basic/env-file.c`): comments begin
 * with `#` or `;`, single and double quotes, backslash escapes, `$` literal, no `export`. A value without
 * special characters is written bare, so that docker's `--env-file`, which keeps quotes, reads it too.
 */
export const envFile: Format = {
  read,
  faults: pastedFaults,
  replace,
  insert,
  remove,
  removeFault: faultRemoval({ read, faults: pastedFaults }),
};
