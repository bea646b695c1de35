import { askedBy } from "./asked.ts";
import { examinedTraffic } from "./examined-traffic.ts";
import type { ExitCode } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { parseCheckOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { stoppable } from "./stoppable.ts";
import { tell } from "./tell.ts";

/** `check`: runs one check, prints its report, and gives the exit status. */
export async function runCheck(raw: unknown): Promise<ExitCode> {
  const options = parseCheckOptions(raw);
  requireTargets(options);
  if (options.watch !== undefined) {
    const { runWatch } = await import("./watch-command.ts");
    return runWatch(options, options.watch);
  }
  const write = await openOutput(options.output);
  const { report } = await stoppable((signal) => examinedTraffic(options, signal), options.deadline * 1000);
  return tell(report, { ...options, asked: askedBy(options) }, write);
}
