import type { Assignment, Format } from "./format.ts";

/** A slice of a text, `[start, end)`, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** The text with one slice replaced. */
export function splice(text: string, { start, end }: Span, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * The text with a line added at `offset`, which is the beginning of a line or the end of the text. A text
 * without a final line ending stays without one.
 */
export function addLine(text: string, offset: number, line: string, ending: string): string {
  const unfinished = offset === text.length && text !== "" && !/[\r\n]$/.test(text);
  return splice(text, { start: offset, end: offset }, unfinished ? ending + line : line + ending);
}

/** Offset at which the line after `line` (from 1) begins, or the end of the text; 0 means the last line. */
export function afterLine(text: string, line: number): number {
  if (line === 0) return text.length;
  let offset = 0;
  for (let passed = 0; passed < line && offset < text.length; passed++) offset = nextLine(text, offset);
  return offset;
}

/** Offset at which a line, counted from 1, begins, or the end of the text. */
export function startOfLine(text: string, line: number): number {
  return line === 1 ? 0 : afterLine(text, line - 1);
}

/** Offset at which the line after the one of `offset` begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const ending = text.indexOf("\n", offset);
  return ending < 0 ? text.length : ending + 1;
}

/** The line ending that stands before `offset`, or the first one of the text, or a line feed. */
export function endingNear(text: string, offset: number): string {
  return /\r?\n$/.exec(text.slice(0, offset))?.[0] ?? /\r?\n/.exec(text)?.[0] ?? "\n";
}

/** Line numbers, from 1, of offsets that never go back. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

/** Two readings of a file, before and after an edit. */
type Texts = { readonly before: string; readonly after: string };

/**
 * A replacement, proved by reading it: the text as it was, where the new text would not give exactly `value`
 * at that line, or would give other names or values besides (a value the grammar cannot hold). Only an
 * assignment that `follows` others, by its place among all, may change with them.
 */
export function provedReplacement(
  read: Format["read"],
  { before, after }: Texts,
  { line, name, value }: Omit<Assignment, "exported">,
  follows: (place: number) => boolean = () => false,
): string {
  const was = read(before);
  const is = read(after);
  const place = is.findLastIndex((each) => each.line === line && each.name === name);
  const others = was.every((each, at) => {
    const now = is[at];
    return each.name === now?.name && (at === place || follows(at) || each.value === now.value);
  });
  return was.length === is.length && others && is[place]?.value === value ? after : before;
}

/** An insertion, proved the same way: exactly one assignment more, the one that was meant, all others as they were. */
export function provedInsertion(
  read: Format["read"],
  { before, after }: Texts,
  { name, value }: Pick<Assignment, "name" | "value">,
): string {
  const was = read(before);
  const is = read(after);
  const isSame = (one: Assignment | undefined, other: Assignment | undefined) =>
    one?.name === other?.name && one?.value === other?.value;
  const first = is.findIndex((each, place) => !isSame(each, was[place]));
  const isMeant = isSame(is[first], { name, value, line: 0, exported: true });
  const restsEqual = is.slice(first + 1).every((each, place) => isSame(each, was[first + place]));
  return is.length === was.length + 1 && isMeant && restsEqual ? after : before;
}

/**
 * An assignment written anew, proved the same way: it is read at its line with that value and exported, and
 * nothing else is lost or changed. Only where an error goes with it may other assignments appear.
 */
export function provedRestatement(
  read: Format["read"],
  { before, after }: Texts,
  { line, name, value }: Omit<Assignment, "exported">,
  { follows, reveals }: { readonly follows: (place: number) => boolean; readonly reveals: boolean },
): string {
  const isMeant = (each: Assignment) => each.line === line && each.name === name;
  const others = read(before).flatMap((each, place) => (isMeant(each) ? [] : [{ each, place }]));
  const is = read(after);
  const stated = is.findLast(isMeant);
  if (stated?.value !== value || !stated.exported) return before;
  const rest = is.filter((each) => !isMeant(each));
  const kept = others.every(({ each, place }, at) => {
    const now = rest[at];
    const sameValue = follows(place) || each.value === now?.value;
    return each.name === now?.name && each.line === now.line && sameValue && now.exported >= each.exported;
  });
  return kept && (reveals || rest.length === others.length) ? after : before;
}
