import { lint } from "../lint.ts";
import { VERSION } from "../version.ts";
import type { ExitCode } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { flagsOf, parseLintOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { stoppable } from "./stoppable.ts";
import { tell } from "./tell.ts";
import { openMachine } from "./world.ts";

/** `lint`: judges the settings and measures nothing, prints the report, and gives the exit status. */
export async function runLint(raw: unknown): Promise<ExitCode> {
  const options = parseLintOptions(raw);
  requireTargets(options.only, options.skip);
  const write = await openOutput(options.output);
  const report = await stoppable(async (signal) => {
    const { machine, flags } = await openMachine(options, signal);
    return lint({
      machine,
      flags: { ...flags, ...flagsOf(options) },
      only: options.only,
      skip: options.skip,
      clock: () => new Date(),
      version: VERSION,
    });
  });
  return tell(report, options, write);
}
