import { namedProxy } from "../decide/proxies.ts";
import { examineTraffic } from "../doctor.ts";
import type { Examined } from "../examine.ts";
import type { Progress } from "../measure/measure.ts";
import { VERSION } from "../version.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { flagsOf, type MeasuredOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { openWorld, type Surroundings } from "./world.ts";

/** Measures and judges what the options ask for, and tells meanwhile on stderr how far it is. */
export async function examinedTraffic(options: MeasuredOptions, signal: AbortSignal): Promise<Examined> {
  const world = await openWorld(options, signal);
  const progress = await progressLine(options);
  try {
    return await examinedIn(world, options, signal, progress.tell);
  } finally {
    progress.end();
    await world.close();
  }
}

/** A world that is examined more than once. */
export type ExaminedAgain = {
  readonly examine: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Examined>;
  readonly close: () => Promise<void>;
};

/** A lab's world is one, however often it is asked; this machine is opened anew each time, to read what is new. */
export async function openedWorld(options: MeasuredOptions, signal: AbortSignal): Promise<ExaminedAgain> {
  if (options.lab !== undefined) {
    const world = await openWorld(options, signal);
    return {
      examine: (inside, onProgress) => examinedIn(world, options, inside, onProgress),
      close: world.close,
    };
  }
  return {
    examine: async (inside, onProgress) => {
      const world = await openWorld(options, inside);
      return examinedIn(world, options, inside, onProgress).finally(world.close);
    },
    close: async () => undefined,
  };
}

function examinedIn(
  world: Surroundings,
  options: MeasuredOptions,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Examined> {
  return examineTraffic({
    machine: world.machine,
    network: world.network,
    flags: { ...world.flags, ...flagsOf(options) },
    proxies: options.proxy.map(namedProxy),
    ...elsewhereOf(options),
    own: options.targets,
    only: options.only,
    skip: options.skip,
    measuring: { attemptMs: options.timeout * 1000, onProgress },
    signal,
    clock: () => new Date(),
    version: VERSION,
  });
}
