import { formatOf } from "../formats/index.ts";
import { type FileReading, readingOfFile } from "../formats/reading.ts";
import type { CapturedFile, Setting, SettingsFile } from "../model/setting.ts";
import { redactText } from "./redact-text.ts";

/**
 * Settings files as a report holds them: texts without secrets, of which every grammar that reads them reads exactly
 * the settings and faults that it reads of the true ones. One for which no such text is found is withheld.
 */
export function captureFiles(files: readonly SettingsFile[]): readonly CapturedFile[] {
  const texts = new Map<string, string | undefined>();
  for (const { path } of files) {
    if (texts.has(path)) continue;
    texts.set(path, captured(files.filter((file) => file.path === path)));
  }
  return files.map(({ text: _, ...file }) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { ...file, text };
  });
}

/** The text of one file, which several grammars may read. */
function captured(readings: readonly SettingsFile[]): string | undefined {
  const [file] = readings;
  if (file === undefined) return undefined;
  const settings = readings.flatMap((each) => readingOfFile(each).settings);
  const redacted = redactText(file.text, file.loader, settings);
  if (readings.every((each) => readsAlike(each, redacted))) return redacted;
  const restated = readings.reduce<string | undefined>(
    (text, each) => (text === undefined ? undefined : restatedIn(each, text)),
    redacted,
  );
  return restated !== undefined && readings.every((each) => readsAlike(each, restated))
    ? restated
    : undefined;
}

function readsAlike(file: SettingsFile, text: string): boolean {
  return meaningOf(readingOfFile(file)) === meaningOf(readingOfFile({ ...file, text }));
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
function restatedIn(file: SettingsFile, redacted: string): string | undefined {
  const wanted = readingOfFile(file).settings;
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
