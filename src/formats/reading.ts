import { keepMarkers, type Mark } from "../model/mark.ts";
import type { FileFault, Setting, SettingsFile } from "../model/setting.ts";
import { fileMarks, KEEPING } from "./file-marks.ts";
import { readFaults, readSettings } from "./index.ts";

/** What a file's text gives: its settings that are kept, and where it cannot be read as it is meant. */
export type FileReading = {
  readonly settings: readonly Setting[];
  readonly fileFaults: readonly FileFault[];
  /** What stands for the secrets of its settings where the text spells them. */
  readonly spelling: Mark;
};

/** Several ask for the same text, and a patch leaves all files but one as they are: each is read once with a mark. */
const READINGS = new WeakMap<Mark, WeakMap<SettingsFile, FileReading>>();

/** A file, read by its grammar; without a mark, one that shows no secrets, or of whose secrets no numbers are wanted. */
export function readingOfFile(file: SettingsFile, mark = keepMarkers): FileReading {
  const readings = READINGS.get(mark) ?? new WeakMap<SettingsFile, FileReading>();
  READINGS.set(mark, readings);
  const known = readings.get(file);
  if (known !== undefined) return known;
  const marks = mark === keepMarkers ? KEEPING : fileMarks(mark);
  const settings = readSettings(file, marks);
  const reading = { settings, fileFaults: readFaults(file, marks), spelling: marks.text };
  readings.set(file, reading);
  return reading;
}
