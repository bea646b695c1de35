import { assignmentLine } from "./assignment-line.ts";
import {
  addLine,
  afterLine,
  lineCounter,
  nextLine,
  provedInsertion,
  provedReplacement,
  provedRestatement,
  splice,
  startOfLine,
} from "./edit.ts";
import type { Assignment, Format } from "./format.ts";
import { keepingAnswers } from "./keeping-answers.ts";
import { quoteForShell, styleOf } from "./quoting.ts";
import { withoutSpan, withoutStatement } from "./removal.ts";
import { faultRemoval } from "./remove-fault.ts";
import { respelled } from "./respelled.ts";
import { completeCommands } from "./shell-commands.ts";
import { shellFaults } from "./shell-faults.ts";
import { shellFlaws } from "./shell-flaws.ts";
import { readShell } from "./shell-reading.ts";
import type { ShellAssignment } from "./shell-variables.ts";

type Entry = Assignment & Pick<ShellAssignment, "word" | "start">;

const entriesOf = keepingAnswers((text): readonly Entry[] => {
  const { assignments, isExported } = readShell(text).outcome;
  const lineAt = lineCounter(text);
  return assignments.map(({ name, value, word, start }) => {
    return { name, value, line: lineAt(start), exported: isExported(name), word, start };
  });
});

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
  const spelled = `${/^["']/.exec(raw)?.[0] ?? ""}${raw.slice(raw.indexOf("=") + 1)}`;
  const words = [respelled(spelled, entry.value, value), quoteForShell(value, styleOf(spelled))];
  for (const word of words) {
    if (word === undefined) continue;
    const after = splice(text, { start, end }, `${name}=${word}`);
    const follows = (place: number) => isSpelledByOthers(text, entries[place]);
    const proved = provedReplacement(read, { before: text, after }, { line, name, value }, follows);
    if (proved !== text) return proved;
  }
  return text;
}

/** What is spelled by a variable, as in no_proxy="$NO_PROXY", or appended to one, follows it. */
function isSpelledByOthers(text: string, entry: Entry | undefined): boolean {
  return entry !== undefined && /\$|^\w+\+=/.test(text.slice(entry.word.start, entry.word.end));
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

function restate(text: string, line: number, name: string, value: string): string {
  const isFlawed = shellFlaws(text).some((each) => each.line === line && each.name === name);
  const entries = entriesOf(text);
  const after = isFlawed ? withLineAnew(text, line, name, value) : withExport(text, line, name, value);
  return provedRestatement(
    read,
    { before: text, after },
    { line, name, value },
    {
      follows: (place) => isSpelledByOthers(text, entries[place]),
      reveals: readShell(text).stop !== undefined,
    },
  );
}

function withLineAnew(text: string, line: number, name: string, value: string): string {
  const start = startOfLine(text, line);
  const next = nextLine(text, start);
  const end = text[next - 1] === "\n" ? next - 1 : next;
  const { meant = "", refersTo = [] } = assignmentLine(text.slice(start, end)) ?? {};
  // What is spelled by a variable stays so.
  const word = refersTo.length > 0 ? `"${meant}"` : quoteForShell(value, "double");
  return splice(text, { start, end }, `export ${name}=${word}`);
}

function withExport(text: string, line: number, name: string, value: string): string {
  const replaced = replace(text, line, name, value);
  const entry = entriesOf(replaced).findLast((each) => each.line === line && each.name === name);
  const isBare = entry !== undefined && /^\w+\+?=/.test(replaced.slice(entry.start, entry.word.end));
  if (!isBare || entry.exported) return replaced;
  return splice(replaced, { start: entry.start, end: entry.start }, "export ");
}

/** The whole of a command that does nothing else; where it assigns more behind the word, the word alone. */
function remove(text: string, line: number, name: string): string {
  const entry = entriesOf(text).find((each) => each.line === line && each.name === name);
  if (entry === undefined) return text;
  const [beside = ""] = /^[ \t]+(?=[A-Za-z_"'])/.exec(text.slice(entry.word.end)) ?? [];
  const { start, end } = entry.word;
  if (beside !== "") return withoutSpan(read, text, { start, end: end + beside.length }, { line, name });
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
 * written so that pam_env reads the same, wherever it can. What is flawed is written anew as a whole line.
 */
export const shell: Format = {
  read,
  flawed: shellFlaws,
  faults: shellFaults,
  replace,
  insert,
  remove,
  restate,
  removeFault: faultRemoval({ read, faults: shellFaults }),
};
