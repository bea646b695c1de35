import type { FileFault, Setting, SettingsFile } from "../model/setting.ts";
import { readFaults, readSettings } from "./index.ts";

/** What a file's text gives: its settings that are kept, and where it cannot be read as it is meant. */
export type FileReading = {
  readonly settings: readonly Setting[];
  readonly fileFaults: readonly FileFault[];
};

/** Several ask for the same text, and a patch leaves all files but one as they are: each is read once. */
const READINGS = new WeakMap<SettingsFile, FileReading>();

/** A file, read by its grammar. */
export function readingOfFile(file: SettingsFile): FileReading {
  const known = READINGS.get(file);
  if (known !== undefined) return known;
  const reading = { settings: readSettings(file), fileFaults: readFaults(file) };
  READINGS.set(file, reading);
  return reading;
}
