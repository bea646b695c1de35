import type { Place } from "../model/finding.ts";
import { abridged } from "./phrases.ts";

/** Places in a sentence; the report's evidence has them all. */
const MOST_PLACES = 3;

/** Longest text that a sentence shows whole. */
const LONGEST = 100;

/** `JVM_OPTS (/etc/environment:7)`, or several of them. */
export function theSettings(places: readonly Place[]): string {
  return abridged([...new Set(places.map(({ name, source }) => `${name} (${source})`))], MOST_PLACES);
}

/** A text as it stands in a file, in backquotes, cut where it is long. */
export function quoted(text: string): string {
  return `\`${text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`}\``;
}
