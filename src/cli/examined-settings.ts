import type { Examined } from "../examine.ts";
import { examineSettings } from "../lint.ts";
import { VERSION } from "../version.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { flagsOf, type JudgedOptions } from "./options.ts";
import { openMachine } from "./world.ts";

/** Judges the settings that the options ask for, and sends nothing. */
export async function examinedSettings(options: JudgedOptions, signal: AbortSignal): Promise<Examined> {
  const { machine, flags } = await openMachine(options, signal);
  return examineSettings({
    machine,
    flags: { ...flags, ...flagsOf(options) },
    ...elsewhereOf(options),
    own: options.targets,
    only: options.only,
    skip: options.skip,
    clock: () => new Date(),
    version: VERSION,
  });
}
