import type { FileRead } from "../../src/discover/machine.ts";
import { openReader, type SettingsSource } from "../../src/discover/reader.ts";
import { fakeMachine } from "./fake-machine.ts";

/** What a source reads of a machine of these files: path, grammar and unit of each reading, in order. */
export async function readSource(
  source: SettingsSource,
  files: Readonly<Record<string, string | FileRead>>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const found = await source(openReader(fakeMachine(files, environment)));
  return found.map(({ path, loader, unit }) =>
    [path, loader, ...(unit === undefined ? [] : [unit])].join(" "),
  );
}

/** Files of these paths; what they hold is of no concern. */
export function filesAt(...paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path) => [path, "A=1\n"]));
}
