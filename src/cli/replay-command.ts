import type { Report } from "../model/report.ts";
import { replay } from "../replay.ts";
import { VERSION } from "../version.ts";
import type { ExitCode } from "./exit-code.ts";
import { parseReplayOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { savedReport } from "./saved-report.ts";
import { stoppable } from "./stoppable.ts";
import { tell } from "./tell.ts";
import { UsageError } from "./usage-error.ts";

/** `replay`: judges a saved report again, prints it as the run would have, and gives the exit status. */
export async function runReplay(path: string, raw: unknown): Promise<ExitCode> {
  const options = parseReplayOptions(raw);
  const { only, skip, output } = options;
  const write = await openOutput(output);
  const saved = await stoppable((signal) => savedReport("replay", path, signal));
  requireNamed("--only", only, saved);
  requireNamed("--skip", skip, saved);
  const report = replay(saved, { only, skip, version: VERSION });
  if (report.targets.length === 0 && saved.targets.length > 0) {
    throw new UsageError("--only and --skip: together they leave nothing to judge");
  }
  return tell(report, options, write);
}

/** Refuses names of which the report has no target. */
function requireNamed(option: string, names: readonly string[], { targets }: Report): void {
  const known = new Set(targets.flatMap(({ id }) => [id, id.split("/")[0] ?? ""]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(`${option}: the report has no target or probe "${unknown}"`);
  }
}
