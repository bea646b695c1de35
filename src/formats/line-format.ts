import {
  addLine,
  afterLine,
  endingNear,
  nextLine,
  provedInsertion,
  provedReplacement,
  type Span,
  splice,
} from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { withoutStatement } from "./removal.ts";

/** A physical line without its ending, from `offset` on. `line` counts from 1. */
export type PhysicalLine = { readonly content: string; readonly offset: number; readonly line: number };

/** The lines of a text. A carriage return before a line feed belongs to the line. */
export function* physicalLines(text: string): Generator<PhysicalLine> {
  let line = 0;
  for (let offset = 0; offset < text.length; ) {
    const next = nextLine(text, offset);
    line++;
    const content = text.slice(offset, text[next - 1] === "\n" ? next - 1 : next);
    yield { content, offset, line };
    offset = next;
  }
}

/** An assignment, where its value stands, and where it stands as a whole. */
export type Entry = Assignment & { readonly span: Span; readonly statement: Span };

/** What makes a grammar of it that every assignment has its own lines. */
export type LineGrammar = {
  readonly entriesOf: (text: string) => readonly Entry[];
  /** A value in the form in which the old one, `raw`, stands there; `undefined` where the grammar cannot hold it. */
  readonly written: (value: string, raw: string) => string | undefined;
  /** The line of a new assignment; `undefined` where the grammar has none of that name. */
  readonly added: (name: string, value: string) => string | undefined;
  /** What may stand behind an assignment and goes with it. */
  readonly comment?: RegExp;
};

/** Reading and editing by such a grammar. */
export function lineFormat(
  grammar: LineGrammar,
): Required<Pick<Format, "read" | "replace" | "insert" | "remove">> {
  const { entriesOf, written, added, comment } = grammar;
  const entryAt = (text: string, line: number, name: string) =>
    entriesOf(text).findLast((each) => each.line === line && each.name === name);
  const read = (text: string): readonly Assignment[] =>
    entriesOf(text).map(({ span: _span, statement: _statement, ...assignment }) => assignment);
  return {
    read,
    replace: (text, line, name, value) => {
      const entry = entryAt(text, line, name);
      if (entry === undefined || entry.value === value) return text;
      const word = written(value, text.slice(entry.span.start, entry.span.end));
      if (word === undefined) return text;
      const after = splice(text, entry.span, word);
      return provedReplacement(read, { before: text, after }, { line, name, value });
    },
    insert: (text, line, name, value) => {
      const form = added(name, value);
      if (form === undefined) return text;
      const entry = entriesOf(text).findLast((each) => each.line === line);
      const offset = entry === undefined ? afterLine(text, line) : nextLine(text, entry.statement.end);
      const after = addLine(text, offset, form, endingNear(text, offset));
      return provedInsertion(read, { before: text, after }, { name, value });
    },
    remove: (text, line, name) => {
      const entry = entryAt(text, line, name);
      if (entry === undefined) return text;
      return withoutStatement(read, text, entry.statement, { line, name }, comment);
    },
  };
}
