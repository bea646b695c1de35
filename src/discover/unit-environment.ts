import { environmentFilesIn } from "../formats/systemd-environment.ts";
import type { Reader } from "./reader.ts";
import { matchesWildcards } from "./wildcards.ts";

/**
 * The files that a unit and its drop-ins name with `EnvironmentFile=`, in the order in which they load; whatever
 * they say wins over every `Environment=` (systemd.exec(5)).
 */
export async function environmentFilesOf(
  texts: readonly string[],
  list: Reader["list"],
): Promise<readonly string[]> {
  let named: readonly string[] = [];
  for (const entry of texts.flatMap(environmentFilesIn)) {
    if ("resets" in entry) named = [];
    else if (entry.unknown === undefined) named = [...named, entry.path];
  }
  const found = await Promise.all(named.map((path) => expanded(path, list)));
  return found.flat();
}

/** Wildcards stand in the last part of a path; a walk through all directories for others would have no end. */
async function expanded(path: string, list: Reader["list"]): Promise<readonly string[]> {
  const [, directory = "", name = ""] = /^(.*)\/([^/]*)$/.exec(path) ?? [];
  if (!/[*?[]/.test(name)) return [path];
  const { files } = await list(directory === "" ? "/" : directory);
  return files.filter((file) => matchesWildcards(file.slice(directory.length + 1), name));
}
