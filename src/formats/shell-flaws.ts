import { type AssignmentLine, assignmentLine, REFERENCE } from "./assignment-line.ts";
import { nextLine } from "./edit.ts";
import type { Assignment } from "./format.ts";
import { keepingAnswers } from "./keeping-answers.ts";
import { readShell, type ShellReading } from "./shell-reading.ts";
import {
  assignmentWord,
  type ShellAssignment,
  type ShellVariables,
  shellVariables,
} from "./shell-variables.ts";

/**
 * The assignments that stand on lines of their own, and that the shell does not take, or not whole, each with the
 * value that a person reads. `A=b program` gives `A` to one program, as its writer means, and is no flaw: flawed is
 * what follows a comma or begins as no program's name does (`-Dx`, `10.0.0.1`, `http://x`), what `export` takes for
 * no name, and a pipe, or `&`, `;`, `<`, `>` or `(` in the midst of a value. A value that needs more than the file to
 * be known is left out; where it is spelled by a variable that the file gives no value, it is shown as it is spelled.
 */
export const shellFlaws = keepingAnswers((text): readonly Assignment[] => {
  const reading = readShell(text);
  const { assignments } = reading.outcome;
  const known: Known = { names: new Set(), variables: shellVariables() };
  const flawOf = flawsBy(reading);
  const flaws: Assignment[] = [];
  let taken = 0;
  let number = 0;
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    number++;
    const end = nextLine(text, start);
    for (; (assignments[taken]?.word.start ?? end) < end; taken++) remember(known, assignments[taken]);
    const line = assignmentLine(text.slice(start, end).replace(/\r?\n?$/, ""));
    const flaw = line === undefined ? undefined : flawOf(line, start);
    if (line === undefined || flaw === undefined) continue;
    const { name } = line;
    const value = valueOf(line, known);
    if (value === undefined) continue;
    flaws.push({ name, value, line: number, exported: false, flaw });
    remember(known, { name, value, word: NOWHERE, start });
  }
  return flaws;
});

const NOWHERE: ShellAssignment["word"] = { kind: "word", parts: [], start: 0, end: 0 };

/** What a person has read so far. */
type Known = { readonly names: Set<string>; readonly variables: ShellVariables };

function remember({ names, variables }: Known, assignment: ShellAssignment | undefined): void {
  if (assignment === undefined) return;
  names.add(assignment.name);
  variables.assign(assignment);
}

/** Tells the flaw of lines that follow one another, by the offsets at which they begin. */
function flawsBy({ begins, documents, stop }: ShellReading) {
  let passed = 0;
  return (line: AssignmentLine, offset: number): Assignment["flaw"] => {
    while ((documents[passed]?.end ?? Number.POSITIVE_INFINITY) <= offset) passed++;
    if (line.reading === "apart") return undefined;
    if ((documents[passed]?.start ?? Number.POSITIVE_INFINITY) <= offset) return "in-here-document";
    if (stop !== undefined && offset >= stop.start) return "syntax-error";
    // A label that the shell takes for the name of a program.
    if (line.begin < line.start && begins.has(offset + line.begin)) return "syntax-error";
    return line.reading === "broken" && begins.has(offset + line.start) ? "unquoted" : undefined;
  };
}

function valueOf(
  { reading, word, meant, refersTo }: AssignmentLine,
  { names, variables }: Known,
): string | undefined {
  const isKnown = refersTo.every((name) => names.has(name));
  if (isKnown && reading === "whole" && word !== undefined) return assignmentWord(word, variables)?.value;
  if (/\$\(|`/.test(meant) || /\$\{(?!\w+\})/.test(meant)) return undefined;
  const isFilledIn = refersTo.length > 0 && isKnown;
  return isFilledIn ? meant.replace(REFERENCE, (spelled) => filledIn(spelled, variables)) : meant;
}

function filledIn(spelled: string, variables: ShellVariables): string {
  const name = spelled.replace(/\W/g, "");
  return variables.expand([{ kind: "variable", name, quoted: true }]) ?? spelled;
}
