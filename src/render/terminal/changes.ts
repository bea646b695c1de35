import { type Turn, wordsForChange } from "../../messages/changes.ts";
import type { SeenChange } from "../../model/change.ts";
import { oneLine } from "../told/one-line.ts";
import type { Tone } from "../told/tone.ts";
import type { Paint } from "./style.ts";
import { indented, wrapped } from "./text.ts";

const TONES: Readonly<Record<Turn, Tone>> = { worse: "bad", better: "good", other: "plain" };

/** `12:34:56Z  NEW   ERROR misrouted-to-proxy: …`: changes beneath each other, wrapped, the latest first. */
export function changeLines(changes: readonly SeenChange[], width: number, paint: Paint): readonly string[] {
  return changes.toReversed().flatMap(({ at, change }) => {
    const { word, turn, what } = wordsForChange(change);
    const label = `${timeOf(at)}  ${word.padEnd(WORD)}  `;
    const [first = "", ...others] = wrapped(what, width - label.length);
    return [`${label}${paint(TONES[turn], first)}`, ...indented(others, label.length)];
  });
}

/** A change as a line of a log: unwrapped, with the whole time before it, so that it can be searched and sorted. */
export function changeLogLine({ at, change }: SeenChange, paint: Paint): string {
  const { word, turn, what } = wordsForChange(change);
  return paint(TONES[turn], `${at}  ${word.padEnd(WORD)}  ${oneLine(what)}`);
}

/** The longest of the words. */
const WORD = "EDITED".length;

/** The time of day, of an ISO 8601 time in UTC. */
export function timeOf(at: string): string {
  return `${at.slice(11, 19)}Z`;
}
