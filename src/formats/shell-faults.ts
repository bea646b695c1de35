import { lineCounter } from "./edit.ts";
import type { TextFault } from "./format.ts";
import { pastedLines } from "./pasted.ts";
import { readShell } from "./shell-reading.ts";

/**
 * What was pasted into a shell text, and the line at which the shell stops: that of what it cannot read, or of the
 * beginning of what is never closed. A label that the shell takes for something else, as a pattern of `case`, is
 * no fault.
 */
export function shellFaults(text: string): readonly TextFault[] {
  const { begins, stop } = readShell(text);
  const stopsAfter = stop?.start ?? Number.POSITIVE_INFINITY;
  const pasted = pastedLines(text)
    .filter(({ kind, offset }) => kind !== "pasted-label" || offset >= stopsAfter || begins.has(offset))
    .map(({ kind, line }): TextFault => ({ kind, line }));
  if (stop === undefined) return pasted;
  const line = lineCounter(text)(stop.at);
  if (pasted.some((fault) => fault.line === line)) return pasted;
  return [...pasted, { kind: "syntax-error" as const, line }].sort((one, other) => one.line - other.line);
}
