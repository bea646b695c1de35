import type { Examined } from "../examine.ts";
import { examinedSettings } from "./examined-settings.ts";
import { EXIT, type ExitCode, exitCodeOf, policyOf } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { fixAsJson } from "./fix/as-json.ts";
import { fixAtTerminal } from "./fix/at-terminal.ts";
import { type FixOptions, parseFixOptions } from "./options.ts";
import { stoppable } from "./stoppable.ts";
import { UsageError } from "./usage-error.ts";

/** `fix`: tells what may be changed and, with `--write`, changes what is verified. Gives the exit status. */
export async function runFix(raw: unknown): Promise<ExitCode> {
  const options = parseFixOptions(raw);
  requireTargets(options);
  requireConsent(options);
  const before = await examined(options);
  const files = await (options.format === "json" ? fixAsJson : fixAtTerminal)(options, before);
  if (files.some(({ kind }) => kind === "refused")) return EXIT.incomplete;
  const isAsBefore = files.every(({ kind }) => kind === "planned");
  const { report } = isAsBefore ? before : await examined(options);
  return exitCodeOf(report, policyOf(options));
}

function requireConsent({ write, dryRun, yes, format }: FixOptions): void {
  if (!write || dryRun || yes) return;
  if (format === "json") throw new UsageError("--write: give --yes with --format json, which asks nothing");
  if (!process.stdin.isTTY) throw new UsageError("--write: give --yes where nobody can be asked");
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
