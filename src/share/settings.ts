import { readingOfFile } from "../formats/reading.ts";
import { groupBy } from "../model/group-by.ts";
import type { CapturedFile, FileFault, Setting } from "../model/setting.ts";
import type { Renaming } from "./rename.ts";
import { sharedName } from "./setting-names.ts";

type Rename = Renaming["text"];
type Renames = Pick<Renaming, "text" | "line">;

/** A setting without private names. */
export function sharedSetting(setting: Setting, { text, line }: Renames): Setting {
  const { source } = setting;
  return {
    ...setting,
    name: sharedName(setting.name, text),
    value: text(setting.value),
    ...(setting.text === undefined ? {} : { text: line(setting.text) }),
    source: source.kind === "file" ? { ...source, path: text(source.path) } : source,
  };
}

/** A place that cannot be read as it is meant, without private names. */
export function sharedFault(fault: FileFault, { text, line }: Renames): FileFault {
  return { ...fault, path: text(fault.path), text: line(fault.text) };
}

/**
 * Files without private names, of which the same is read as of the true ones but for the names. One for which no such
 * text is found is withheld: its grammar may put names together of pieces that nobody knows for names.
 *
 * @param attempts to rename all that is private in a text; the first that reads so is taken
 */
export function sharedFiles(
  files: readonly CapturedFile[],
  renames: Renames,
  attempts: readonly Rename[],
): readonly CapturedFile[] {
  const { text } = renames;
  const readings = groupBy(files, ({ path }) => path);
  const texts = new Map([...readings].map(([path, same]) => [path, sharedText(same, renames, attempts)]));
  return files.map(({ text: _, ...file }) => {
    const shared = texts.get(file.path);
    return { ...file, path: text(file.path), ...(shared === undefined ? {} : { text: shared }) };
  });
}

function sharedText(
  readings: readonly CapturedFile[],
  renames: Renames,
  attempts: readonly Rename[],
): string | undefined {
  const original = readings[0]?.text;
  if (original === undefined) return undefined;
  return attempts
    .map((attempt) => attempt(original))
    .find((attempt) => readings.every((file) => readsAlike({ ...file, text: original }, attempt, renames)));
}

function readsAlike(
  file: CapturedFile & { readonly text: string },
  shared: string,
  renames: Renames,
): boolean {
  const before = readingOfFile(file);
  const after = readingOfFile({ ...file, text: shared });
  const wanted = before.settings.map((setting) => sharedSetting(setting, renames));
  return meaningOf(wanted, before.fileFaults) === meaningOf(after.settings, after.fileFaults);
}

function meaningOf(settings: readonly Setting[], faults: readonly FileFault[]): string {
  return JSON.stringify([
    settings.map(({ text: _, source, ...setting }) => [setting, source.kind === "file" && source.line]),
    faults.map(({ kind, line, reason }) => [kind, line, reason]),
  ]);
}
