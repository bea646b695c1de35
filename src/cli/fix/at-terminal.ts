import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Examined } from "../../examine.ts";
import type { FileChange, FileOutcome } from "../../model/file-change.ts";
import { renderFixes, renderRestarts, renderWritten } from "../../render/terminal/fix-sheet.ts";
import type { FixOptions } from "../options.ts";
import { outputStream, standardOutput } from "../standard-output.ts";
import { faceOf } from "../terminal.ts";
import { writeChanges } from "./write-changes.ts";

/** Shows what may be changed and, with `--write`, asks first and shows what became of the files. Gives that. */
export async function fixAtTerminal(
  options: FixOptions,
  { report, changes: changesOf }: Examined,
): Promise<readonly FileOutcome[]> {
  const changes = changesOf();
  const face = faceOf(standardOutput(), process.env, options.color);
  standardOutput().write(renderFixes(report, face));
  const untouched = await reasonNotToWrite(options, changes);
  if (untouched !== undefined) {
    standardOutput().write(`${untouched}${renderRestarts(report, face)}`);
    return [];
  }
  const outcomes = await writeChanges(options.root ?? "/", changes);
  standardOutput().write(`\n${renderWritten(outcomes, report.fixes, face)}`);
  return outcomes;
}

/** Why nothing is written, as it is told; `undefined` where all is set to write. */
async function reasonNotToWrite(
  { write, dryRun, yes }: FixOptions,
  changes: readonly FileChange[],
): Promise<string | undefined> {
  if (!write) return "";
  if (changes.length === 0) return "\nNothing to write.\n";
  if (dryRun) return `\nNot written: ${namesOf(changes)} (--dry-run).\n`;
  return yes || (await agreed(changes)) ? undefined : "\nNothing was written.\n";
}

/** Asks on the terminal; whoever ends it with Ctrl-C or Ctrl-D has not agreed. */
async function agreed(changes: readonly FileChange[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: outputStream() });
  const closed = once(terminal, "close").then(() => "");
  const asked = terminal.question(`\nWrite ${namesOf(changes)}? [y/N] `).catch(() => "");
  const answer = await Promise.race([asked, closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function namesOf(changes: readonly FileChange[]): string {
  return changes.map(({ path }) => path).join(", ");
}
