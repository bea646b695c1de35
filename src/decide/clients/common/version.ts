import { keepingAnswers } from "../../../formats/keeping-answers.ts";

/** More than the models tell apart. */
const MOST_VERSIONS = 100;

/** Whether a version is the other or a later one, number by number: `7.100` is later than `7.88.1`. */
export function atLeast(version: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(other)];
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The numbers that a version begins with: `1.19.8-rc1` is 1, 19, 8. */
const numbersOf = keepingAnswers((version): readonly number[] => {
  const dotted = /\d+(?:\.\d+)*/.exec(version)?.[0] ?? "";
  return dotted.split(".").map(Number);
}, MOST_VERSIONS);
