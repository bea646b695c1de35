import type { DropReason } from "../model/setting.ts";
import { assignmentLine } from "./assignment-line.ts";
import { isContinued } from "./continued.ts";
import {
  addLine,
  afterLine,
  nextLine,
  provedInsertion,
  provedReplacement,
  provedRestatement,
  type Span,
  splice,
  startOfLine,
} from "./edit.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { pastedFaults, withPasted } from "./pasted.ts";
import { quoteForBoth, styleOf } from "./quoting.ts";
import { mattersToProxying } from "./relevant.ts";
import { withoutStatement } from "./removal.ts";
import { faultRemoval } from "./remove-fault.ts";

/** What one physical line adds to a statement, and where that begins in the text. */
type Piece = { readonly text: string; readonly offset: number };

/** A statement: physical lines joined by backslashes, comments cut off. */
type Statement = { readonly pieces: readonly Piece[]; readonly line: number; readonly end: number };

type Entry = Assignment & { readonly span: Span; readonly statement: Span };

function* statementsOf(text: string): Generator<Statement> {
  let pieces: Piece[] = [];
  let first = 0;
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const ending = text.indexOf("\n", start);
    const end = ending < 0 ? text.length : ending;
    const content = text.slice(start, end);
    line++;
    // Blank lines and comments are passed over even between the lines of one statement.
    if (/^[ \t]*[^ \t#]/.test(content)) {
      if (pieces.length === 0) first = line;
      const hash = content.indexOf("#");
      const trimmed = hash < 0 ? withoutTrailingBlanks(content) : "";
      if (trimmed.endsWith("\\")) {
        pieces.push({ text: trimmed.slice(0, -1), offset: start });
      } else {
        pieces.push({ text: hash < 0 ? content : content.slice(0, hash), offset: start });
        yield { pieces, line: first, end };
        pieces = [];
      }
    }
    start = end + 1;
  }
}

function withoutTrailingBlanks(content: string): string {
  let end = content.length;
  while (content[end - 1] === " " || content[end - 1] === "\t") end--;
  return content.slice(0, end);
}

function entriesOf(text: string): readonly Entry[] {
  const byName = new Map<string, Entry[]>();
  for (const { pieces, line, end } of statementsOf(text)) {
    const statement = pieces.map((piece) => piece.text).join("");
    const head = /^[ \t]*(?:export )?(\w+)(=?)/.exec(statement);
    const [prefix, name, equals] = head ?? [];
    if (prefix === undefined || name === undefined) continue;
    if (equals === "") {
      // A name alone takes the variable out of the environment.
      if (prefix.length === statement.length) byName.delete(name);
      continue;
    }
    const span = { start: offsetIn(pieces, prefix.length), end };
    const whole = { start: (pieces[0]?.offset ?? 0) + (/^[ \t]*/.exec(statement)?.[0].length ?? 0), end };
    const value = unquoted(statement.slice(prefix.length));
    const entry = { name, value, line, exported: true, span, statement: whole };
    const entries = byName.get(name);
    if (entries === undefined) byName.set(name, [entry]);
    else entries.push(entry);
  }
  return [...byName.values()].flat().sort((one, other) => one.span.start - other.span.start);
}

/** What was pasted along, and what is no assignment to pam_env and was to set a proxy. */
function faults(text: string): readonly TextFault[] {
  const dropped = [...statementsOf(text)].flatMap(({ pieces, line }): readonly TextFault[] => {
    const reason = dropReasonOf(pieces.map((piece) => piece.text).join(""));
    return reason === undefined ? [] : [{ kind: "syntax-error", line, reason }];
  });
  return withPasted(pastedFaults(text), dropped);
}

function dropReasonOf(statement: string): DropReason | undefined {
  const [, name = "", sign] = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)([ \t]*[=:])/.exec(statement) ?? [];
  return mattersToProxying(name) && sign !== "=" ? "no-assignment" : undefined;
}

/** An opening quote goes, and a quote of either kind that is the very last character. */
function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1).replace(/["']$/, "") : value;
}

function offsetIn(pieces: readonly Piece[], index: number): number {
  let rest = index;
  for (const { text, offset } of pieces) {
    if (rest <= text.length) return offset + rest;
    rest -= text.length;
  }
  return 0;
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  if (entry === undefined || entry.value === value) return text;
  const word = quoteForBoth(value, styleOf(text.slice(entry.span.start)));
  if (word === undefined) return text;
  const after = splice(text, entry.span, word);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, line: number, name: string, value: string): string {
  const word = quoteForBoth(value, "double");
  if (word === undefined) return text;
  const statement = entriesOf(text).findLast((each) => each.line === line);
  const offset = statement === undefined ? afterLine(text, line) : nextLine(text, statement.span.end);
  const after = addLine(text, offset, `${name}=${word}`, "\n");
  return provedInsertion(read, { before: text, after }, { name, value });
}

function restate(text: string, line: number, name: string, value: string): string {
  const start = startOfLine(text, line);
  const next = nextLine(text, start);
  const end = text[next - 1] === "\n" ? next - 1 : next;
  const stated = assignmentLine(text.slice(start, end));
  const word = isContinued(text.slice(start, end).trimEnd()) ? undefined : quoteForBoth(value, "double");
  if (stated?.name !== name || word === undefined) return text;
  const after = splice(text, { start, end }, `${stated.exports ? "export " : ""}${name}=${word}`);
  return provedRestatement(
    read,
    { before: text, after },
    { line, name, value },
    { follows: () => false, reveals: false },
  );
}

function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  return entry === undefined ? text : withoutStatement(read, text, entry.statement, { line, name });
}

/**
 * /etc/environment as pam_env gives it to a login (linux-pam `modules/pam_env/pam_env.c`, checked against
 * its version 1.5.2): an optional `export `, everything from the first `#` dropped even inside quotes, one
 * layer of quotes, no expansion, lines joined by a trailing backslash, lines with any other key skipped.
 * Trailing blanks and a carriage return belong to the value. The module's limit on the length of a line
 * (1 or 8 KiB, by version) is not modelled.
 *
 * A value that pam_env and a shell would not read alike leaves the text as it is; a comment behind a
 * replaced value goes, since no form of it means the same to both. What is written anew keeps its `export `.
 */
export const pamEnv: Format = {
  read,
  faults,
  replace,
  insert,
  remove,
  restate,
  removeFault: faultRemoval({ read, faults }),
};
