import { type AssignmentLine, assignmentLine } from "./assignment-line.ts";
import { nextLine, type Span } from "./edit.ts";
import type { Assignment } from "./format.ts";
import { completeCommands, type ShellStop } from "./shell-commands.ts";
import { followShell } from "./shell-run.ts";
import {
  assignmentWord,
  type ShellAssignment,
  type ShellVariables,
  shellVariables,
} from "./shell-variables.ts";

/** The parts of a shell text that a shell reads in different ways. */
export type ShellLayout = {
  /** Offsets at which commands begin, up to where the shell stops. */
  readonly commands: ReadonlySet<number>;
  /** The bodies of here-documents, in order. */
  readonly documents: readonly Span[];
  readonly stop: ShellStop | undefined;
};

/** Where commands and here-documents stand, and where the shell stops. */
export function shellLayout(text: string): ShellLayout {
  const commands = new Set<number>();
  const documents: Span[] = [];
  const reading = completeCommands(text);
  for (let step = reading.next(); ; step = reading.next()) {
    for (const each of step.value?.documents ?? []) documents.push(each);
    if (step.done === true) return { commands, documents, stop: step.value };
    for (const { words } of step.value.commands) if (words[0] !== undefined) commands.add(words[0].start);
  }
}

/**
 * The assignments that stand on lines of their own, and that the shell does not take, or not whole, each with the
 * value that a person reads. `A=b program` gives `A` to one program, as its writer means, and is no flaw: flawed is
 * what follows a comma or begins as no program's name does (`-Dx`, `10.0.0.1`, `http://x`), what `export` takes for
 * no name, and a pipe, or `&`, `;`, `<`, `>` or `(` in the midst of a value. A value that needs more than the file to
 * be known is left out.
 */
export function shellFlaws(text: string): readonly Assignment[] {
  const { assignments } = followShell(text);
  const variables = shellVariables();
  const flawOf = flawsBy(shellLayout(text));
  const flaws: Assignment[] = [];
  let taken = 0;
  let number = 0;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    number++;
    const end = nextLine(text, start);
    for (; (assignments[taken]?.word.start ?? end) < end; taken++) remember(variables, assignments[taken]);
    const line = assignmentLine(text.slice(start, end).replace(/\r?\n?$/, ""));
    const flaw = line === undefined ? undefined : flawOf(line, start);
    if (line === undefined || flaw === undefined) continue;
    const { name } = line;
    const value = valueOf(line, variables);
    if (value === undefined) continue;
    flaws.push({ name, value, line: number, exported: false, flaw });
    remember(variables, { name, value, word: NOWHERE, start });
  }
  return flaws;
}

const NOWHERE: ShellAssignment["word"] = { kind: "word", parts: [], start: 0, end: 0 };

function remember(variables: ShellVariables, assignment: ShellAssignment | undefined): void {
  if (assignment !== undefined) variables.assign(assignment);
}

/** Tells the flaw of lines that follow one another, by the offsets at which they begin. */
function flawsBy({ commands, documents, stop }: ShellLayout) {
  let passed = 0;
  return (line: AssignmentLine, offset: number): Assignment["flaw"] => {
    while ((documents[passed]?.end ?? Number.POSITIVE_INFINITY) <= offset) passed++;
    if (line.reading === "apart") return undefined;
    if ((documents[passed]?.start ?? Number.POSITIVE_INFINITY) <= offset) return "in-here-document";
    if (stop !== undefined && offset >= stop.start) return "syntax-error";
    // A label that the shell takes for the name of a program.
    if (line.begin < line.start && commands.has(offset + line.begin)) return "syntax-error";
    return line.reading === "broken" && commands.has(offset + line.start) ? "unquoted" : undefined;
  };
}

function valueOf({ reading, word, meant }: AssignmentLine, variables: ShellVariables): string | undefined {
  if (reading === "whole" && word !== undefined) return assignmentWord(word, variables)?.value;
  return /\$[({]|`/.test(meant) ? undefined : meant;
}
