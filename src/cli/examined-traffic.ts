import { namedProxy } from "../decide/proxies.ts";
import { examineTraffic } from "../doctor.ts";
import type { Examined } from "../examine.ts";
import { VERSION } from "../version.ts";
import { flagsOf, type MeasuredOptions } from "./options.ts";
import { progressLine, SILENT, wordsForProgress } from "./progress.ts";
import { wantsColour } from "./terminal.ts";
import { openWorld } from "./world.ts";

/** Measures and judges what the options ask for, and tells meanwhile on stderr how far it is. */
export async function examinedTraffic(options: MeasuredOptions, signal: AbortSignal): Promise<Examined> {
  const world = await openWorld(options, signal);
  const colour = options.color && wantsColour(process.stderr, process.env);
  const progress = options.quiet ? SILENT : await progressLine("reading settings", colour);
  try {
    return await examineTraffic({
      machine: world.machine,
      network: world.network,
      flags: { ...world.flags, ...flagsOf(options) },
      proxies: options.proxy.map(namedProxy),
      own: options.targets,
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
