import { askedBy } from "./asked.ts";
import { examinedSettings } from "./examined-settings.ts";
import type { ExitCode } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { parseLintOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { stoppable } from "./stoppable.ts";
import { tell } from "./tell.ts";

/** `lint`: judges the settings and measures nothing, prints the report, and gives the exit status. */
export async function runLint(raw: unknown): Promise<ExitCode> {
  const options = parseLintOptions(raw);
  requireTargets(options);
  const write = await openOutput(options.output);
  const { report } = await stoppable((signal) => examinedSettings(options, signal));
  return tell(report, { ...options, asked: askedBy(options) }, write);
}
