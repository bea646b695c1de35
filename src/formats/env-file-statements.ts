import type { Span } from "./edit.ts";

/** What systemd takes for an assignment, whatever its name; `offset` is where that begins. */
export type EnvFileAssignment = {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly offset: number;
};

/** A line with no equals sign, which assigns nothing. */
export type BareLine = { readonly bare: string; readonly offset: number };

/** The assignments of an EnvironmentFile in their order, those with names that systemd then refuses among them. */
export function* assignmentsIn(text: string): Generator<EnvFileAssignment> {
  for (const statement of statementsIn(text)) if (!("bare" in statement)) yield statement;
}

/**
 * All that stands in an EnvironmentFile but comments. A backslash at the end of a comment joins the next line to it
 * (systemd before 254).
 */
export function* statementsIn(text: string): Generator<EnvFileAssignment | BareLine> {
  const statement = /[ \t\r\n]*(?:[#;](?:[^\\\r\n]+|\\[\s\S])*\\?|([^\r\n][^\r\n=]*)(=?))?/y;
  while (statement.lastIndex < text.length) {
    const [, key, equals] = statement.exec(text) ?? [];
    if (key === undefined) continue;
    const offset = statement.lastIndex - key.length - (equals ?? "").length;
    if (equals !== "=") {
      yield { bare: key, offset };
      continue;
    }
    const { value, span } = valueAt(text, statement.lastIndex);
    yield { name: key.replace(/[ \t]+$/, ""), value, span, offset };
    statement.lastIndex = span.end;
  }
}

/** Whether systemd takes a variable of that name. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
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
