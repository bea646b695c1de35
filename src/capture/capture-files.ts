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
  const captures = new Map<SettingsFile, CapturedFile>();
  for (const same of groupBy(files, ({ path }) => path).values()) {
    const shown = captured(same, mark);
    for (const [index, file] of same.entries()) captures.set(file, shown?.[index] ?? withoutText(file));
  }
  return files.map((file) => captures.get(file) ?? withoutText(file));
}

/** One file, which several grammars may read, with a text that each of them reads as the true one. */
function captured(files: readonly SettingsFile[], mark: Mark): readonly SettingsFile[] | undefined {
  const readers = files.map((file): Reader => ({ file, reading: readingOfFile(file, mark) }));
  const [first] = files;
  if (first === undefined) return undefined;
  const settings = readers.flatMap(({ reading }) => reading.settings);
  const redacted = withText(files, redactText(first, settings, spellingOf(readers)));
  if (allReadAlike(readers, redacted)) return redacted;
  const restated = readers.reduce<readonly SettingsFile[] | undefined>((so, each, index) => {
    const text = so?.[index] === undefined ? undefined : restatedIn(each, so[index]);
    return so === undefined || text === undefined ? undefined : withText(so, text);
  }, redacted);
  return restated !== undefined && allReadAlike(readers, restated) ? restated : undefined;
}

/** Files with another text; those that have it already are the same to whoever has read them. */
function withText(files: readonly SettingsFile[], text: string): readonly SettingsFile[] {
  return files.map((file) => (file.text === text ? file : { ...file, text }));
}

function withoutText<T extends { readonly text?: string }>({ text: _, ...rest }: T): Omit<T, "text"> {
  return rest;
}

/** A file, and what one grammar reads of its true text. */
type Reader = { readonly file: SettingsFile; readonly reading: FileReading };

/** What stands for a secret as the text spells it, for the first grammar to which it is one. */
function spellingOf(readers: readonly Reader[]): Mark {
  return (spelled) =>
    readers.map(({ reading }) => reading.spelling(spelled)).find((marker) => marker !== MASK) ?? MASK;
}

function allReadAlike(readers: readonly Reader[], files: readonly SettingsFile[]): boolean {
  return readers.every(({ reading }, index) => {
    const read = files[index] === undefined ? undefined : readingOfFile(files[index]);
    return read === reading || (read !== undefined && meaningOf(read) === meaningOf(reading));
  });
}

/** All of a reading but how the lines look. */
function meaningOf({ settings, fileFaults }: FileReading): string {
  return JSON.stringify([settings.map(withoutText), fileFaults.map(withoutText)]);
}

/** The most settings that are written anew: each is proved by reading the whole text. */
const MOST_RESTATED = 50;

/**
 * A text in which settings that read otherwise than in the true one are written as they are to be read; `undefined`
 * where other settings stand in it.
 */
function restatedIn({ reading: { settings: wanted } }: Reader, file: SettingsFile): string | undefined {
  const given = readingOfFile(file).settings;
  const isSame = wanted.every((each, index) => placed(each) === placed(given[index]));
  const different = wanted.filter(({ value }, index) => value !== given[index]?.value);
  if (!isSame || wanted.length !== given.length || different.length > MOST_RESTATED) return undefined;
  const format = formatOf(file);
  return different.reduce((text, { name, value, source }) => {
    return source.kind === "file" ? format.replace(text, source.line, name, value) : text;
  }, file.text);
}

function placed(setting: Setting | undefined): string {
  if (setting === undefined) return "";
  const { value: _, text: __, credentials: ___, ...rest } = setting;
  return JSON.stringify(rest);
}
