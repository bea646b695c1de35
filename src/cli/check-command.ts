import { namedProxy } from "../decide/proxies.ts";
import { check } from "../doctor.ts";
import type { Report } from "../model/report.ts";
import { VERSION } from "../version.ts";
import type { ExitCode } from "./exit-code.ts";
import { requireTargets } from "./filters.ts";
import { type CheckOptions, flagsOf, parseCheckOptions } from "./options.ts";
import { openOutput } from "./output.ts";
import { progressLine, SILENT, wordsForProgress } from "./progress.ts";
import { stoppable } from "./stoppable.ts";
import { tell } from "./tell.ts";
import { wantsColour } from "./terminal.ts";
import { openWorld } from "./world.ts";

/** `check`: runs one check, prints its report, and gives the exit status. */
export async function runCheck(raw: unknown): Promise<ExitCode> {
  const options = parseCheckOptions(raw);
  requireTargets(options.only, options.skip);
  const write = await openOutput(options.output);
  const report = await stoppable((signal) => measured(options, signal), options.deadline * 1000);
  return tell(report, options, write);
}

async function measured(options: CheckOptions, signal: AbortSignal): Promise<Report> {
  const world = await openWorld(options, signal);
  const colour = options.color && wantsColour(process.stderr, process.env);
  const progress = options.quiet ? SILENT : await progressLine("reading settings", colour);
  try {
    return await check({
      machine: world.machine,
      network: world.network,
      flags: { ...world.flags, ...flagsOf(options) },
      proxies: options.proxy.map(namedProxy),
      only: options.only,
      skip: options.skip,
      measuring: {
        attemptMs: options.timeout * 1000,
        onProgress: (each) => progress.tell(wordsForProgress(each)),
      },
      signal,
      clock: () => new Date(),
      version: VERSION,
    });
  } finally {
    progress.end();
    await world.close();
  }
}
