import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Examined } from "../../examine.ts";
import type { FileOutcome } from "../../model/file-change.ts";
import { renderFixes, renderRestarts, renderWritten } from "../../render/terminal/fix-sheet.ts";
import type { FixOptions } from "../options.ts";
import { outputStream, standardOutput } from "../standard-output.ts";
import { faceOf } from "../terminal.ts";
import { insteadOfWriting } from "./instead-of-writing.ts";
import { writeChanges } from "./write-changes.ts";

/** Shows what may be changed and, with `--write`, asks first and shows what became of the files. Gives that. */
export async function fixAtTerminal(
  options: FixOptions,
  { report, changes: changesOf }: Examined,
): Promise<readonly FileOutcome[]> {
  const changes = changesOf();
  const face = faceOf(standardOutput(), process.env, options.color);
  standardOutput().write(renderFixes(report, face));
  const instead = await insteadOfWriting(options, changes, renderRestarts(report, face), agreed);
  if (instead !== undefined) {
    standardOutput().write(instead);
    return [];
  }
  const outcomes = await writeChanges(options.root ?? "/", changes);
  standardOutput().write(`\n${renderWritten(outcomes, report.fixes, face)}`);
  return outcomes;
}

/** Asks on the terminal; whoever ends it with Ctrl-C or Ctrl-D has not agreed. */
async function agreed(names: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: outputStream() });
  const closed = once(terminal, "close").then(() => "");
  const asked = terminal.question(`\nWrite ${names}? [y/N] `).catch(() => "");
  const answer = await Promise.race([asked, closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
