import type { SettingsFile } from "../model/setting.ts";
import type { Reader, SettingsSource } from "./reader.ts";
import { environmentFilesOf } from "./unit-environment.ts";
import { dropInsOf, fragmentsOf, UNIT_DIRECTORIES } from "./unit-files.ts";

/**
 * What systemd gives the Docker daemon, the Nomad agent and Replicated's services; they read no other environment
 * (domain-facts 4.7, 4.12).
 */
export const units: SettingsSource = async (reader) => {
  const names = ["docker.service", "nomad.service", ...(await replicatedUnits(reader))];
  const files = await Promise.all(names.map((name) => filesOf(reader, name)));
  return files.flat();
};

async function replicatedUnits({ list }: Reader): Promise<readonly string[]> {
  const listings = await Promise.all(UNIT_DIRECTORIES.map(list));
  const names = listings
    .flatMap(({ files, directories }) => [...files, ...directories])
    .flatMap((path) => /\/(replicated[^/]*\.service)(?:\.d)?$/.exec(path)?.[1] ?? [])
    // `replicated-.service.d` is a prefix's, and no unit's.
    .filter((name) => !name.endsWith("-.service"));
  return [...new Set(names)].sort();
}

/** The unit itself, its drop-ins and the files that they name: later ones win. */
async function filesOf(reader: Reader, unit: string): Promise<readonly SettingsFile[]> {
  const fragment = await firstThere(reader, fragmentsOf(unit));
  const dropIns = await dropInsOf(unit, reader.list);
  const paths = [...(fragment === undefined ? [] : [fragment]), ...dropIns];
  const own = await reader.files(paths, { loaders: ["systemd"], unit });
  const named = await environmentFilesOf(
    own.map(({ text }) => text),
    reader.list,
  );
  return [...own, ...(await reader.files(named, { loaders: ["env-file"], unit }))];
}

async function firstThere({ read }: Reader, paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if ((await read(path)).kind !== "absent") return path;
  }
  return undefined;
}
