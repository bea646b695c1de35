import { keepMarkers, type Mark } from "../model/mark.ts";
import type { FileFault, Setting, SettingsFile } from "../model/setting.ts";
import { type FileMarks, fileMarks, KEEPING } from "./file-marks.ts";
import { readFaults, readSettings } from "./index.ts";

/** What a file's text gives: its settings that are kept, and where it cannot be read as it is meant. */
export type FileReading = {
  readonly settings: readonly Setting[];
  readonly fileFaults: readonly FileFault[];
  /** What stands for the secrets of its settings where the text spells them. */
  readonly spelling: Mark;
};

/**
 * Several ask for the same file, and a patch leaves all files but one as they are: each is read once with a mark, and
 * where no secret stands in it, so that no mark is asked for one, once for all marks.
 */
const MARKED = new WeakMap<Mark, WeakMap<SettingsFile, FileReading>>();
const UNMARKED = new WeakMap<SettingsFile, FileReading>();

/** A file, read by its grammar; without a mark, one that shows no secrets, or of whose secrets no numbers are wanted. */
export function readingOfFile(file: SettingsFile, mark = keepMarkers): FileReading {
  const marked = MARKED.get(mark) ?? new WeakMap<SettingsFile, FileReading>();
  MARKED.set(mark, marked);
  const known = UNMARKED.get(file) ?? marked.get(file);
  if (known !== undefined) return known;
  const marks = mark === keepMarkers ? KEEPING : fileMarks(mark);
  const { asked, wereAsked } = watched(marks);
  const settings = readSettings(file, asked);
  const reading = { settings, fileFaults: readFaults(file, asked), spelling: marks.text };
  (wereAsked() ? marked : UNMARKED).set(file, reading);
  return reading;
}

/** Marks of which it is told whether they were asked for anything. */
function watched({ value, text }: FileMarks): {
  readonly asked: FileMarks;
  readonly wereAsked: () => boolean;
} {
  let some = false;
  const noting = (mark: Mark): Mark => {
    const marking = (secret: string) => {
      some = true;
      return mark(secret);
    };
    const hides = (text: string) => {
      const isHidden = mark.hides?.(text) === true;
      some ||= isHidden;
      return isHidden;
    };
    return Object.assign(marking, { hides });
  };
  return { asked: { value: noting(value), text: noting(text) }, wereAsked: () => some };
}
