import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Examined } from "../examine.ts";
import type { FileChange, FileOutcome } from "../model/file-change.ts";
import { renderFixes, renderWritten } from "../render/terminal/fix-sheet.ts";
import { examinedSettings } from "./examined-settings.ts";
import { EXIT, type ExitCode, type ExitPolicy, exitCodeOf } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { type FixOptions, parseFixOptions } from "./options.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** `fix`: shows what may be changed and, with `--write`, changes what is verified. Gives the exit status. */
export async function runFix(raw: unknown): Promise<ExitCode> {
  const options = parseFixOptions(raw);
  requireTargets(options);
  requireConsent(options);
  const face = faceOf(process.stdout, process.env, options.color);
  const { report, changes } = await examined(options);
  process.stdout.write(renderFixes(report, face));
  const untouched = await reasonNotToWrite(options, changes);
  if (untouched !== undefined) {
    process.stdout.write(untouched);
    return exitCodeOf(report, policyOf(options));
  }
  const outcomes = await write(options.root ?? "/", changes);
  process.stdout.write(`\n${renderWritten(outcomes, report.fixes, face)}`);
  if (outcomes.some(({ kind }) => kind === "refused")) return EXIT.incomplete;
  return exitCodeOf((await examined(options)).report, policyOf(options));
}

function requireConsent({ write, dryRun, yes }: FixOptions): void {
  if (!write || dryRun || yes || process.stdin.isTTY) return;
  throw new UsageError("--write: give --yes where nobody can be asked");
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

function policyOf({ strict }: FixOptions): ExitPolicy {
  return strict ? "errors-and-warnings" : "errors";
}

/** What was found: by the settings alone, or with the traffic measured. */
function examined(options: FixOptions): Promise<Examined> {
  return options.measure
    ? stoppable(async (signal) => {
        const { examinedTraffic } = await import("./examined-traffic.ts");
        return examinedTraffic(options, signal);
      }, options.deadline * 1000)
    : stoppable((signal) => examinedSettings(options, signal));
}

/** Asks on the terminal; whoever ends it with Ctrl-C or Ctrl-D has not agreed. */
async function agreed(changes: readonly FileChange[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = once(terminal, "close").then(() => "");
  const asked = terminal.question(`\nWrite ${namesOf(changes)}? [y/N] `).catch(() => "");
  const answer = await Promise.race([asked, closed]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function namesOf(changes: readonly FileChange[]): string {
  return changes.map(({ path }) => path).join(", ");
}

async function write(root: string, changes: readonly FileChange[]): Promise<readonly FileOutcome[]> {
  const { apply } = await import("../apply/apply.ts");
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return apply(root, changes, stamp);
}
