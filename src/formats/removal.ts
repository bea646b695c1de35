import { nextLine, type Span, splice } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";

type Place = Pick<Assignment, "line" | "name">;

/**
 * The text without the lines of one statement, from `span.start` to `span.end`; as it was, where more stands on
 * these lines than the statement and what `beside` allows behind it, or the removal is not proved.
 */
export function withoutStatement(
  read: Format["read"],
  text: string,
  span: Span,
  place: Place,
  beside: RegExp = /^[ \t\r]*$/,
): string {
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = nextLine(text, Math.max(span.start, span.end - 1));
  const before = text.slice(start, span.start);
  const behind = text.slice(span.end, end).replace(/\r?\n$/, "");
  const holdsComment = /\n[ \t]*[#;]/.test(text.slice(span.start, span.end));
  if (/[^ \t\uFEFF]/.test(before) || !beside.test(behind) || holdsComment) return text;
  return provedRemoval(read, { before: text, after: splice(text, { start, end }, "") }, place);
}

/** The text without one slice; as it was, where the removal is not proved. */
export function withoutSpan(read: Format["read"], text: string, span: Span, place: Place): string {
  return provedRemoval(read, { before: text, after: splice(text, span, "") }, place);
}

/**
 * A removal, proved by reading it: exactly the one assignment, the first of its name there, is gone, all others are as
 * they were.
 */
export function provedRemoval(
  read: Format["read"],
  { before, after }: { readonly before: string; readonly after: string },
  { line, name }: Place,
): string {
  const was = read(before);
  const place = was.findIndex((each) => each.line === line && each.name === name);
  const rest = was.toSpliced(place, 1);
  const is = read(after);
  const isSame = rest.every((each, at) => {
    const now = is[at];
    return each.name === now?.name && each.value === now.value && each.exported === now.exported;
  });
  return place >= 0 && rest.length === is.length && isSame ? after : before;
}
