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
import { droppedFromEnvironmentFile } from "./env-file-faults.ts";
import { assignmentsIn, isVariableName } from "./env-file-statements.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { pastedFaults, withPasted } from "./pasted.ts";
import { quoteForEnvironmentFile, styleOf } from "./quoting.ts";
import { withoutStatement } from "./removal.ts";
import { faultRemoval } from "./remove-fault.ts";

/** `offset` is where the name begins. */
type Entry = Assignment & { readonly span: Span; readonly offset: number };

function entriesOf(text: string): readonly Entry[] {
  const lineAt = lineCounter(text);
  const entries: Entry[] = [];
  for (const { name, value, span, offset } of assignmentsIn(text)) {
    if (isVariableName(name) && isPrintable(value)) {
      entries.push({ name, value, line: lineAt(offset), exported: true, span, offset });
    }
  }
  return entries;
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

/** What was pasted along, and what systemd passes over for its form. */
function faults(text: string): readonly TextFault[] {
  return withPasted(pastedFaults(text), droppedFromEnvironmentFile(text));
}

/**
 * `KEY=VALUE` lines as systemd reads an `EnvironmentFile=` (systemd `src/basic/env-file.c`): comments begin
 * with `#` or `;`, single and double quotes, backslash escapes, `$` literal, no `export`. A value without
 * special characters is written bare, so that docker's `--env-file`, which keeps quotes, reads it too.
 */
export const envFile: Format = {
  read,
  faults,
  replace,
  insert,
  remove,
  removeFault: faultRemoval({ read, faults: pastedFaults }),
};
