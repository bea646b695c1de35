import { skipNested } from "./shell-nesting.ts";

/** A stretch of a word: text, a variable to expand, or something whose value is not known without a shell. */
export type ShellPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean }
  | { readonly kind: "unknown" };

/** A word as it is written, in its parts; `start` and `end` are offsets in the text. */
export type ShellWord = {
  readonly kind: "word";
  readonly parts: readonly ShellPart[];
  readonly start: number;
  readonly end: number;
};

/** What makes a shell stop reading, such as a quote that is never closed. */
type ShellError = { readonly kind: "error"; readonly start: number };

/** The end of a line feed is that of the here-documents behind it. */
export type ShellToken =
  | ShellWord
  | {
      readonly kind: "operator" | "redirection";
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "end" }
  | ShellError;

const BLANKS = /(?:[ \t]|\\\n)*(?:#[^\n]*)?/y;
const OPERATOR = /;;&|;;|;&|&&|\|\||\|&|[;&|()\n]/y;
const REDIRECTION = /\d*(?:&>>|&>|<<<|<<-|<<|<>|<&|>>|>&|>\||<(?!\()|>(?!\())/y;

/** Splits a shell text into tokens, one at a call; the bodies of here-documents are passed over. */
export function shellTokens(text: string): () => ShellToken {
  let at = 0;
  let awaited: { readonly stripTabs: boolean } | undefined;
  let documents: { readonly delimiter: string; readonly stripTabs: boolean }[] = [];

  return () => {
    at = matchEnd(BLANKS, text, at);
    if (at >= text.length) return { kind: "end" };

    const first = text[at] ?? "";
    const redirection = "<>&0123456789".includes(first) ? matchAt(REDIRECTION, text, at) : undefined;
    if (redirection !== undefined) {
      const start = at;
      at += redirection.length;
      const operator = redirection.replace(/^\d+/, "");
      awaited = /^<<-?$/.test(operator) ? { stripTabs: operator === "<<-" } : undefined;
      return { kind: "redirection", text: operator, start, end: at };
    }

    const operator = ";&|()\n".includes(first) ? matchAt(OPERATOR, text, at) : undefined;
    if (operator !== undefined) {
      const start = at;
      at += operator.length;
      if (operator === "\n") {
        for (const document of documents) at = afterDocument(text, at, document);
        documents = [];
      }
      return { kind: "operator", text: operator, start, end: at };
    }

    const word = readWord(text, at);
    if (word.kind === "error") return word;
    at = word.end;
    if (awaited !== undefined) {
      documents.push({ ...awaited, delimiter: literalText(word) });
      awaited = undefined;
    }
    return word;
  };
}

/** The beginning of a word that a shell takes for an assignment: `NAME=`, `NAME+=`, or an element of an array. */
export const ASSIGNMENT_HEAD = /^([A-Za-z_]\w*)(\+?=|\[)/;

/** Whether a shell takes a word for an assignment: its name and `=` are spelled without quotes. */
export function isAssignment({ parts: [head] }: ShellWord): boolean {
  return head?.kind === "text" && !head.quoted && ASSIGNMENT_HEAD.test(head.text);
}

/** The text of a word without quotes or expansions; reserved words are recognised in no other form. */
export function bareText(word: ShellWord): string {
  const [part] = word.parts;
  return word.parts.length === 1 && part?.kind === "text" && !part.quoted ? part.text : "";
}

/** The text of a word's quoted and bare stretches. */
export function literalText(word: ShellWord): string {
  return word.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.length ?? 0);
}

function afterDocument(
  text: string,
  from: number,
  { delimiter, stripTabs }: { readonly delimiter: string; readonly stripTabs: boolean },
): number {
  let at = from;
  while (at < text.length) {
    const ending = text.indexOf("\n", at);
    const end = ending < 0 ? text.length : ending;
    const line = text.slice(at, end);
    at = end + 1;
    if ((stripTabs ? line.replace(/^\t+/, "") : line) === delimiter) break;
  }
  return Math.min(at, text.length);
}

const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})/y;
const PLAIN_IN_QUOTES = /[^"\\$`]+/y;
const PLAIN = /[^\s;&|()<>\\'"$`]+|[^\S \t\n]+/y;

function readWord(text: string, start: number): ShellWord | ShellError {
  const parts: ShellPart[] = [];
  let at = start;
  while (at < text.length) {
    const stretch = readStretch(text, at, parts);
    if (stretch === undefined) return { kind: "error", start: at };
    if (stretch.end === at) break;
    for (const part of stretch.parts) parts.push(part);
    at = stretch.end;
  }
  return { kind: "word", parts: merged(parts), start, end: at };
}

type Stretch = { readonly parts: readonly ShellPart[]; readonly end: number };

/** One bare, quoted, escaped or expanded stretch; empty at the end of the word, `undefined` where a shell stops. */
function readStretch(text: string, at: number, before: readonly ShellPart[]): Stretch | undefined {
  const plain = matchAt(PLAIN, text, at);
  if (plain !== undefined) return textStretch(plain, at + plain.length, "bare");
  switch (text[at]) {
    case "\\":
      if (text[at + 1] === "\n") return { parts: [], end: at + 2 };
      return textStretch(text[at + 1] ?? "\\", Math.min(at + 2, text.length), "quoted");
    case "'": {
      const end = text.indexOf("'", at + 1);
      return end < 0 ? undefined : textStretch(text.slice(at + 1, end), end + 1, "quoted");
    }
    case '"':
      return doubleQuoted(text, at + 1);
    case "$":
      if (text[at + 1] === '"') return doubleQuoted(text, at + 2);
      if (text[at + 1] === "'") return unknownUntil(ansiQuoteEnd(text, at + 2));
      return expansion(text, at, "bare");
    case "`":
      return unknownUntil(skipNested(text, at + 1, "`", "bare"));
    case "(":
      // An array; elsewhere a parenthesis ends the word.
      return isAssignmentHead(before)
        ? unknownUntil(skipNested(text, at + 1, ")", "bare"))
        : { parts: [], end: at };
    case "<":
    case ">":
      if (text[at + 1] !== "(") return { parts: [], end: at };
      return unknownUntil(skipNested(text, at + 2, ")", "bare"));
    default:
      return { parts: [], end: at };
  }
}

function doubleQuoted(text: string, from: number): Stretch | undefined {
  const parts: ShellPart[] = [{ kind: "text", text: "", quoted: true }];
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === '"') return { parts, end: at + 1 };
    const plain = matchAt(PLAIN_IN_QUOTES, text, at);
    const stretch =
      plain !== undefined ? textStretch(plain, at + plain.length, "quoted") : specialInQuotes(text, at);
    if (stretch === undefined) return undefined;
    for (const part of stretch.parts) parts.push(part);
    at = stretch.end;
  }
  return undefined;
}

function specialInQuotes(text: string, at: number): Stretch | undefined {
  if (text[at] === "`") return unknownUntil(skipNested(text, at + 1, "`", "quoted"));
  if (text[at] === "$") return expansion(text, at, "quoted");
  const escaped = text[at + 1] ?? "";
  if (escaped === "\n") return { parts: [], end: at + 2 };
  return textStretch(/["\\$`]/.test(escaped) ? escaped : `\\${escaped}`, at + 2, "quoted");
}

function expansion(text: string, at: number, context: "bare" | "quoted"): Stretch | undefined {
  const named = matchAt(VARIABLE, text, at);
  if (named !== undefined) {
    // A line that goes on in the next one may go on with the name.
    if (text.startsWith("\\\n", at + named.length)) return unknownUntil(at + named.length);
    const name = named.replace(/[${}]/g, "");
    return { parts: [{ kind: "variable", name, quoted: context === "quoted" }], end: at + named.length };
  }
  const next = text[at + 1] ?? "";
  if (next === "(") return unknownUntil(skipNested(text, at + 2, ")", context));
  if (next === "{") return unknownUntil(skipNested(text, at + 2, "}", context));
  if (text.startsWith("\\\n", at + 1)) return { parts: [{ kind: "unknown" }], end: at + 3 };
  if (/[\d@*#?$!\-[]/.test(next)) return { parts: [{ kind: "unknown" }], end: at + 2 };
  return textStretch("$", at + 1, context);
}

function ansiQuoteEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += text[at] === "\\" ? 2 : 1) {
    if (text[at] === "'") return at + 1;
  }
  return undefined;
}

function textStretch(text: string, end: number, context: "bare" | "quoted"): Stretch {
  return { parts: [{ kind: "text", text, quoted: context === "quoted" }], end };
}

function unknownUntil(end: number | undefined): Stretch | undefined {
  return end === undefined ? undefined : { parts: [{ kind: "unknown" }], end };
}

function isAssignmentHead(parts: readonly ShellPart[]): boolean {
  const head = parts.map((part) => (part.kind === "text" && !part.quoted ? part.text : '"')).join("");
  return /^[A-Za-z_]\w*\+?=$/.test(head);
}

/** Neighbouring stretches of the same kind become one, so that a name split by a line ending is whole. */
function merged(parts: readonly ShellPart[]): readonly ShellPart[] {
  const result: ShellPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === "text" && last?.kind === "text" && last.quoted === part.quoted) {
      result[result.length - 1] = { ...last, text: last.text + part.text };
    } else {
      result.push(part);
    }
  }
  return result;
}
