import { createInterface } from "node:readline/promises";
import type { Examined } from "../examine.ts";
import type { FileChange, FileOutcome } from "../model/file-change.ts";
import { renderFixes, renderWritten } from "../render/fix-sheet.ts";
import { VERSION } from "../version.ts";
import { examinedTraffic } from "./examined-traffic.ts";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { type FixOptions, flagsOf, parseFixOptions } from "./options.ts";
import { stoppable } from "./stoppable.ts";
import { faceOf } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { openMachine } from "./world.ts";

/** `fix`: shows what may be changed and, with `--write`, changes what is verified. Gives the exit status. */
export async function runFix(raw: unknown): Promise<ExitCode> {
  const options = parseFixOptions(raw);
  requireTargets(options.only, options.skip);
  const writes = options.write && !options.dryRun;
  if (writes && !options.yes && !process.stdin.isTTY) {
    throw new UsageError("--write: give --yes where nobody can be asked");
  }
  const face = faceOf(process.stdout, process.env, options.color);
  const { report, changes } = await examined(options);
  process.stdout.write(renderFixes(report, face));
  if (!options.write) return exitCodeOf(report, policyOf(options));
  if (changes.length === 0) return said("Nothing to write.", exitCodeOf(report, policyOf(options)));
  if (!writes)
    return said(`Not written: ${namesOf(changes)} (--dry-run).`, exitCodeOf(report, policyOf(options)));
  if (!options.yes && !(await agreed(changes))) {
    return said("Nothing was written.", exitCodeOf(report, policyOf(options)));
  }
  const outcomes = await write(options.root ?? "/", changes);
  process.stdout.write(`\n${renderWritten(outcomes, report.fixes, face)}`);
  if (outcomes.some(({ kind }) => kind === "refused")) return EXIT.incomplete;
  return exitCodeOf((await examined(options)).report, policyOf(options));
}

function policyOf({ strict }: FixOptions) {
  return strict ? ("errors-and-warnings" as const) : ("errors" as const);
}

function said(words: string, code: ExitCode): ExitCode {
  process.stdout.write(`\n${words}\n`);
  return code;
}

/** What was found: by the settings alone, or with the traffic measured. */
function examined(options: FixOptions): Promise<Examined> {
  if (options.measure)
    return stoppable((signal) => examinedTraffic(options, signal), options.deadline * 1000);
  return stoppable(async (signal) => {
    const { machine, flags } = await openMachine(options, signal);
    const { examineSettings } = await import("../lint.ts");
    return examineSettings({
      machine,
      flags: { ...flags, ...flagsOf(options) },
      only: options.only,
      skip: options.skip,
      clock: () => new Date(),
      version: VERSION,
    });
  });
}

async function agreed(changes: readonly FileChange[]): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`\nWrite ${namesOf(changes)}? [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

function namesOf(changes: readonly FileChange[]): string {
  return changes.map(({ path }) => path).join(", ");
}

async function write(root: string, changes: readonly FileChange[]): Promise<readonly FileOutcome[]> {
  const { apply } = await import("../apply/apply.ts");
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return apply(root, changes, stamp);
}
