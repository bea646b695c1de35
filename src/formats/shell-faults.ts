import { lineCounter } from "./edit.ts";
import type { TextFault } from "./format.ts";
import { pastedLines, withPasted } from "./pasted.ts";
import { readShell } from "./shell-reading.ts";

/**
 * What was pasted into a shell text, and the line at which the shell stops: that of what it cannot read, or of the
 * beginning of what is never closed. A label that the shell takes for something else, as a pattern of `case`, is
 * no fault.
 */
export function shellFaults(text: string): readonly TextFault[] {
  const { begins, stop, unassigned } = readShell(text);
  const stopsAfter = stop?.start ?? Number.POSITIVE_INFINITY;
  const lineAt = lineCounter(text);
  const pasted = pastedLines(text)
    .filter(({ kind, offset }) => kind !== "pasted-label" || offset >= stopsAfter || begins.has(offset))
    .map(({ kind, line }): TextFault => ({ kind, line }));
  const others: readonly TextFault[] = [
    ...unassigned.map(
      (start): TextFault => ({ kind: "syntax-error", line: lineAt(start), reason: "no-assignment" }),
    ),
    ...(stop === undefined ? [] : [{ kind: "syntax-error" as const, line: lineAt(stop.at) }]),
  ];
  return withPasted(pasted, others).toSorted((one, other) => one.line - other.line);
}
