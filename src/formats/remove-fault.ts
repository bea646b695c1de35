import type { Assignment, Format } from "./format.ts";
import { LABELLED_ASSIGNMENT, pastedLines } from "./pasted.ts";

/**
 * Removes the faults of a grammar (see `Format`). A line is left as it is where it holds no fault, or an
 * assignment behind no label, which wants to be written anew and not to be lost.
 */
export function faultRemoval({ read, faults }: Pick<Format, "read" | "faults">) {
  return (text: string, line: number): string => {
    if (!faults?.(text).some((fault) => fault.line === line)) return text;
    const pasted = pastedLines(text).map((fault) => fault.line);
    const before = read(text);
    const keepsAll = (after: string) => isKept(before, read(after));
    const attempts = [[line], pasted].map((lines) => withoutLines(text, lines));
    return attempts.find(keepsAll) ?? text;
  };
}

/** Whether all assignments are still there, with their values, in their order. */
function isKept(before: readonly Assignment[], after: readonly Assignment[]): boolean {
  let found = 0;
  for (const { name, value } of after) {
    const wanted = before[found];
    if (wanted?.name === name && wanted.value === value) found++;
  }
  return found === before.length;
}

function withoutLines(text: string, numbers: readonly number[]): string {
  const chosen = new Set(numbers);
  const lines = text.split(/(?<=\n)/);
  return lines.map((line, at) => (chosen.has(at + 1) ? remainderOf(line) : line)).join("");
}

function remainderOf(line: string): string {
  if (ASSIGNMENT.test(line)) return line;
  const label = LABELLED_ASSIGNMENT.exec(line)?.[0];
  return label === undefined ? "" : line.slice(label.length);
}

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*=/;
