import type { Span } from "./edit.ts";

/** One parameter that a `Defaults` statement sets, and where it stands, with what negates it. */
export type SudoersParameter = {
  readonly name: string;
  readonly isNegated: boolean;
  /** What is assigned, its quotes and backslashes resolved, and where it stands with them. */
  readonly assigned?: { readonly operator: "=" | "+=" | "-="; readonly value: string; readonly span: Span };
  readonly span: Span;
};

/**
 * A `Defaults` statement, lines that a backslash continues included. `scope` is what stands behind the word,
 * for example `:alice`, without blanks. `brokenAt` is where sudo gives it up, and with it all its parameters.
 */
export type SudoersDefaults = {
  readonly scope: string;
  readonly parameters: readonly SudoersParameter[];
  readonly span: Span;
  readonly brokenAt?: number;
};

const CONTINUED = "\\\\[ \\t]*\\r?\\n";
/** An even number of negations is nothing, wherever it stands. */
const BLANKS = new RegExp(`(?:[ \\t]+|${CONTINUED}|(?<!!)(?:!!)+(?!!))*`, "y");
/** A number behind `#` is that of a user; anything else is a comment, which no backslash continues. */
const COMMENT = "#(?!-?\\d)[^\\n]*";
const REST = new RegExp(`(?:[^\\\\\\n#]+|${CONTINUED}|\\\\[^\\n]?|#(?=-?\\d))*(?:${COMMENT})?\\n?`, "y");
const END = new RegExp(`(?:${COMMENT}|\\r?(?=\\n|$))`, "y");
const HEAD = /[ \t]*Defaults(?=[ \t\\:@>!])/y;
const MEMBER = /!*[%+]?[:#]?(?:"[^"\n]*"|(?:[^#>!=,\s\\"]|\\[^\n])+)/y;
const NAME = /[a-z_]+/y;
const OPERATOR = /[+-]?=/y;
/** A backslash escapes what follows; where a word would begin with it, it continues the line before blanks and its end. */
const WORD = /(?:[^#!=,\s\\"]|\\(?![ \t]*\r?\n)[^\n])(?:[^#=,\s\\"]|\\[^\n])*/y;
const IN_QUOTES = new RegExp(`(?:[^"\\\\\\r\\n]+|\\\\"|${CONTINUED}|\\\\(?!"|[ \\t]*\\r?\\n))*`, "y");

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function skip(text: string, from: number): number {
  return endOf(BLANKS, text, from) ?? from;
}

/** The `Defaults` statements of a sudoers file, as sudo splits them (`toke.l` and `gram.y` of 1.9.13). */
export function* sudoersDefaults(text: string): Generator<SudoersDefaults> {
  for (let at = 0; at < text.length; ) {
    const head = endOf(HEAD, text, at);
    const read = head === undefined ? undefined : readStatement(text, head);
    const end = endOf(REST, text, read?.end ?? at) ?? text.length;
    if (read !== undefined) {
      const { end: stop, isWhole, ...rest } = read;
      yield { ...rest, span: { start: at, end }, ...(isWhole ? {} : { brokenAt: stop }) };
    }
    at = Math.max(end, at + 1);
  }
}

type Read = Pick<SudoersDefaults, "scope" | "parameters"> & {
  readonly end: number;
  readonly isWhole: boolean;
};

/** What stands behind the word `Defaults`. */
function readStatement(text: string, from: number): Read {
  const scope = readScope(text, from);
  const parameters: SudoersParameter[] = [];
  let at = scope.end;
  const broken = (end: number) => ({ scope: scope.text, parameters: [], end, isWhole: false });
  if (!scope.isWhole) return broken(at);
  while (true) {
    const parameter = readParameter(text, skip(text, at));
    if (typeof parameter === "number") return broken(parameter);
    parameters.push(parameter);
    at = skip(text, parameter.span.end);
    if (text[at] !== ",") break;
    at++;
  }
  // A continued line must go on.
  const end = at === text.length && text[at - 1] === "\n" ? undefined : endOf(END, text, at);
  return end === undefined ? broken(at) : { scope: scope.text, parameters, end, isWhole: true };
}

/** `:user`, `@host`, `>user` or `!command`, or a list of them; blanks stand between it and the first parameter. */
function readScope(
  text: string,
  from: number,
): { readonly text: string; readonly end: number; readonly isWhole: boolean } {
  const sign = text[from] ?? "";
  if (!/[:@>!]/.test(sign)) return { text: "", end: from, isWhole: skip(text, from) > from };
  const members: string[] = [];
  for (let at = from + 1; ; ) {
    const start = skip(text, at);
    const end = endOf(MEMBER, text, start);
    if (end === undefined) return { text: "", end: start, isWhole: false };
    members.push(text.slice(start, end));
    at = skip(text, end);
    if (text[at] === ",") at++;
    else return { text: `${sign}${members.join(",")}`, end: at, isWhole: at > end };
  }
}

/** The parameter at a place, or the offset at which it is none. */
function readParameter(text: string, start: number): SudoersParameter | number {
  const negations = endOf(/!*/y, text, start) ?? start;
  const isNegated = negations > start;
  const at = skip(text, negations);
  const nameEnd = endOf(NAME, text, at);
  if (nameEnd === undefined) return at;
  const named = { name: text.slice(at, nameEnd), isNegated };
  const sign = skip(text, nameEnd);
  const signEnd = endOf(OPERATOR, text, sign);
  if (signEnd === undefined || isNegated) return { ...named, span: { start, end: nameEnd } };
  const begin = skip(text, signEnd);
  const value = readValue(text, begin);
  if (typeof value === "number") return value;
  const operator = operatorOf(text.slice(sign, signEnd));
  const span = { start: begin, end: value.end };
  return { ...named, assigned: { operator, value: value.text, span }, span: { start, end: value.end } };
}

function operatorOf(sign: string): "=" | "+=" | "-=" {
  return sign === "+=" || sign === "-=" ? sign : "=";
}

/** A word, or text in double quotes, of which there is none that is empty; or the offset at which it is neither. */
function readValue(text: string, start: number): { readonly text: string; readonly end: number } | number {
  if (text[start] !== '"') {
    const end = endOf(WORD, text, start);
    return end === undefined ? start : { text: text.slice(start, end).replace(/\\(.)/g, "$1"), end };
  }
  const end = endOf(IN_QUOTES, text, start + 1) ?? start + 1;
  if (text[end] !== '"') return end;
  const inner = text.slice(start + 1, end).replace(/\\[ \t]*\r?\n[ \t]*/g, "");
  return inner === "" ? end : { text: inner.replaceAll('\\"', '"'), end: end + 1 };
}
