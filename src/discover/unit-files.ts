import type { Reader } from "./reader.ts";

/** Where units and their drop-ins lie, the directory that wins first (systemd.unit(5), "Unit File Load Path"). */
export const UNIT_DIRECTORIES = [
  "/etc/systemd/system",
  "/run/systemd/system",
  "/usr/local/lib/systemd/system",
  "/usr/lib/systemd/system",
  "/lib/systemd/system",
] as const;

/** Paths where a unit itself may stand; the first that is there is the unit. */
export function fragmentsOf(unit: string): readonly string[] {
  return UNIT_DIRECTORIES.map((directory) => `${directory}/${unit}`);
}

/**
 * A service's drop-ins in the order in which systemd reads them, which is that of their names. Of two with one name
 * the one in the directory that wins is read and the other is not; a unit's own directories and those of its prefix
 * (`replicated-.service.d`) win over those of all services (systemd 252, `unit-file.c`, `unit_file_find_dropin_paths`).
 */
export async function dropInsOf(unit: string, list: Reader["list"]): Promise<readonly string[]> {
  const own = UNIT_DIRECTORIES.flatMap((directory) => namesOf(unit).map((name) => `${directory}/${name}.d`));
  const ofAll = UNIT_DIRECTORIES.map((directory) => `${directory}/service.d`);
  const listings = await Promise.all([...own, ...ofAll].map(list));
  const byName = new Map<string, string>();
  // A directory of such a name cannot be read, and hides a file nevertheless.
  for (const path of listings.flatMap(({ files, directories }) => [...files, ...directories])) {
    const [, name] = /\/([^/.][^/]*\.conf)$/.exec(path) ?? [];
    if (name !== undefined && !byName.has(name)) byName.set(name, path);
  }
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, path]) => path);
}

/** A unit's name, then its prefixes up to each dash, the longest first. */
function namesOf(unit: string): readonly string[] {
  const stem = unit.replace(/\.service$/, "");
  const words = stem.split("-");
  const prefixes = words.slice(1).map((_, index) => `${words.slice(0, index + 1).join("-")}-`);
  return [unit, ...prefixes.toReversed().map((prefix) => `${prefix}.service`)];
}
