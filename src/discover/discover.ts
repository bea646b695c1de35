import { readingOfFile } from "../formats/reading.ts";
import type { Installation, InstallationFlags } from "../model/installation.ts";
import { keepMarkers } from "../model/mark.ts";
import { type ProgramName, VERSION_COMMANDS } from "../model/program.ts";
import type { Unreadable } from "../model/report.ts";
import type { SeenProcess } from "../model/seen-process.ts";
import type { FileFault, Setting, SettingsFile } from "../model/setting.ts";
import { environmentSettings } from "./environment.ts";
import { describeInstallation } from "./installation.ts";
import type { Machine } from "./machine.ts";
import { LONG_RUNNING, processSettings, seen } from "./processes.ts";
import { openReader } from "./reader.ts";
import { remembering } from "./remembering.ts";
import { SOURCES } from "./sources.ts";
import { type FindStores, type FoundStores, findNoStores } from "./trust-stores/find-stores.ts";

/** Every program that can tell a version that matters. */
export const ALL_PROGRAMS = Object.keys(VERSION_COMMANDS) as readonly ProgramName[];

/** What was found on a machine. `files` holds the texts as they are, passwords included; it enters no report. */
type Discovery = {
  readonly installation: Installation;
  readonly settings: readonly Setting[];
  readonly files: readonly SettingsFile[];
  readonly fileFaults: readonly FileFault[];
  readonly unreadable: readonly Unreadable[];
  readonly processes: readonly SeenProcess[];
  readonly trustStores: FoundStores;
};

/**
 * Reads the settings and the facts of a machine; what the flags say wins over what is found. Installed programs are
 * asked their versions, all at once: starting java and docker takes longer than all else, so that who judges without
 * them passes an empty list. Stores of authorities are looked for in the meantime, where somebody is to do it. Secrets
 * are marked in the order of the settings, after all is read.
 */
export async function discover(
  machine: Machine,
  flags: InstallationFlags,
  asked: readonly ProgramName[] = ALL_PROGRAMS,
  findStores: FindStores = findNoStores,
  mark = keepMarkers,
): Promise<Discovery> {
  const known = remembering(machine);
  const reader = openReader(known);
  const running = await machine.processes(LONG_RUNNING);
  const programs = running.map(({ program }) => program);
  const read = async () => {
    const files = (await Promise.all(SOURCES.map((source) => source(reader)))).flat();
    const settings = [
      ...environmentSettings(machine.environment, mark),
      ...files.flatMap((file) => readingOfFile(file, mark).settings),
      ...running.flatMap((each) => processSettings(each, mark)),
    ];
    return { files, settings, trustStores: await findStores(known, settings) };
  };
  const [installation, { files, settings, trustStores }] = await Promise.all([
    describeInstallation(known, flags, programs, asked),
    read(),
  ]);
  return {
    installation,
    settings,
    files,
    trustStores,
    fileFaults: files.flatMap((file) => readingOfFile(file, mark).fileFaults),
    unreadable: reader.unreadable(),
    processes: running.map(seen),
  };
}
