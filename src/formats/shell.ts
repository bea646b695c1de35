import { addLine, afterLine, lineCounter, provedInsertion, provedReplacement, splice } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { quoteForShell, styleOf } from "./quoting.ts";
import { withoutStatement } from "./removal.ts";
import { completeCommands } from "./shell-commands.ts";
import { followShell } from "./shell-run.ts";
import type { ShellAssignment } from "./shell-variables.ts";

function entriesOf(text: string): readonly (Assignment & Pick<ShellAssignment, "word">)[] {
  const { assignments, isExported } = followShell(text);
  const lineAt = lineCounter(text);
  return assignments.map(({ name, value, word, start }) => {
    return { name, value, line: lineAt(start), exported: isExported(name), word };
  });
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
}

function replace(text: string, line: number, name: string, value: string): string {
  const entries = entriesOf(text);
  const entry = entries.findLast((each) => each.line === line && each.name === name);
  if (entry === undefined || entry.value === value) return text;
  const { start, end } = entry.word;
  const raw = text.slice(start, end);
  // `export "NAME=value"` begins with its quote; the name comes out of it.
  const style = styleOf(/^["']/.test(raw) ? raw : raw.slice(raw.indexOf("=") + 1));
  const after = splice(text, { start, end }, `${name}=${quoteForShell(value, style)}`);
  return provedReplacement(read, { before: text, after }, { line, name, value }, (place) => {
    const word = entries[place]?.word;
    // What is spelled by a variable, as in no_proxy="$NO_PROXY", or appended to one, follows it.
    return word !== undefined && /\$|^\w+\+=/.test(text.slice(word.start, word.end));
  });
}

function insert(text: string, line: number, name: string, value: string): string {
  const next = afterLine(text, line);
  let offset = next;
  for (const command of completeCommands(text)) {
    if (command.start < next && command.end > next) offset = command.end;
    if (command.end >= next) break;
  }
  const after = addLine(text, offset, `export ${name}=${quoteForShell(value, "double")}`, "\n");
  return provedInsertion(read, { before: text, after }, { name, value });
}

/** Only of a command that assigns this one name and does nothing else. */
function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).findLast((each) => each.line === line && each.name === name);
  if (entry === undefined) return text;
  const begin = text.lastIndexOf("\n", entry.word.start - 1) + 1;
  const head = /^[ \t]*(?:export[ \t]+)?$/.exec(text.slice(begin, entry.word.start));
  // A command that goes on here from the line before would go on with the next one.
  const beginsHere = text.slice(0, begin).split("\n").length === line;
  if (head === null || !beginsHere) return text;
  return withoutStatement(
    read,
    text,
    { start: begin, end: entry.word.end },
    { line, name },
    /^[ \t]*;?[ \t\r]*(?:[ \t]#.*)?$/,
  );
}

/**
 * A file that a POSIX shell or bash sources (checked against bash 5.2): `NAME=value`, `export`, `set -a`,
 * quotes, `$NAME` and `${NAME}` from what stands earlier in the file (else empty), here-documents passed
 * over. Nothing is executed. An error in the syntax ends the reading, as it ends a shell's.
 *
 * Nothing is claimed that a shell might not do: a name whose value needs more than this (a command
 * substitution, an `if`, a command behind `||`) is left out with all its earlier assignments, until an
 * assignment makes it known again. What files sourced from this one do is not known here.
 *
 * A replaced value keeps its kind of quotes where they can hold it; a new assignment is exported. Both are
 * written so that pam_env reads the same, wherever it can.
 */
export const shell: Format = { read, replace, insert, remove };
