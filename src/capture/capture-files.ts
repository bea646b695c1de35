import { formatOf } from "../formats/index.ts";
import { type FileReading, readingOfFile } from "../formats/reading.ts";
import { groupBy } from "../model/group-by.ts";
import { keepMarkers, MASK, type Mark } from "../model/mark.ts";
import type { CapturedFile, Setting, SettingsFile } from "../model/setting.ts";
import { redactText } from "./redact-text.ts";

/**
 * Settings files as a report holds them: texts without secrets, of which every grammar that reads them reads exactly
 * the settings and faults that it reads of the true ones. One for which no such text is found is withheld.
 *
 * @param mark what stands for the secrets of the true texts
 */
export function captureFiles(files: readonly SettingsFile[], mark = keepMarkers): readonly CapturedFile[] {
  const readings = groupBy(files, ({ path }) => path);
  const texts = new Map([...readings].map(([path, same]) => [path, captured(same, mark)]));
  return files.map(({ text: _, ...file }) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { ...file, text };
  });
}

/** The text of one file, which several grammars may read. */
function captured(files: readonly SettingsFile[], mark: Mark): string | undefined {
  const readers = files.map((file): Reader => ({ file, reading: readingOfFile(file, mark) }));
  const [first] = files;
  if (first === undefined) return undefined;
  const settings = readers.flatMap(({ reading }) => reading.settings);
  const redacted = redactText(first, settings, spellingOf(readers));
  if (readers.every((each) => readsAlike(each, redacted))) return redacted;
  const restated = readers.reduce<string | undefined>(
    (text, each) => (text === undefined ? undefined : restatedIn(each, text)),
    redacted,
  );
  return restated !== undefined && readers.every((each) => readsAlike(each, restated)) ? restated : undefined;
}

/** A file, and what one grammar reads of its true text. */
type Reader = { readonly file: SettingsFile; readonly reading: FileReading };

/** What stands for a secret as the text spells it, for the first grammar to which it is one. */
function spellingOf(readers: readonly Reader[]): Mark {
  return (spelled) =>
    readers.map(({ reading }) => reading.spelling(spelled)).find((marker) => marker !== MASK) ?? MASK;
}

function readsAlike({ file, reading }: Reader, text: string): boolean {
  return meaningOf(reading) === meaningOf(readingOfFile({ ...file, text }));
}

/** All of a reading but how the lines look. */
function meaningOf({ settings, fileFaults }: FileReading): string {
  return JSON.stringify([settings.map(withoutText), fileFaults.map(({ kind, line }) => ({ kind, line }))]);
}

function withoutText({ text: _, ...setting }: Setting): Omit<Setting, "text"> {
  return setting;
}

/** The most settings that are written anew: each is proved by reading the whole text. */
const MOST_RESTATED = 50;

/**
 * A text in which settings that read otherwise than in the true one are written as they are to be read; `undefined`
 * where other settings stand in it.
 */
function restatedIn({ file, reading: { settings: wanted } }: Reader, redacted: string): string | undefined {
  const given = readingOfFile({ ...file, text: redacted }).settings;
  const isSame = wanted.every((each, index) => placed(each) === placed(given[index]));
  const different = wanted.filter(({ value }, index) => value !== given[index]?.value);
  if (!isSame || wanted.length !== given.length || different.length > MOST_RESTATED) return undefined;
  const format = formatOf(file);
  return different.reduce((text, { name, value, source }) => {
    return source.kind === "file" ? format.replace(text, source.line, name, value) : text;
  }, redacted);
}

function placed(setting: Setting | undefined): string {
  if (setting === undefined) return "";
  const { value: _, text: __, credentials: ___, ...rest } = setting;
  return JSON.stringify(rest);
}
