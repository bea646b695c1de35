import type { Place } from "../model/finding.ts";
import { abridged, listed } from "./phrases.ts";

/** Longest option that a sentence shows whole. */
const LONGEST = 100;

/** Places in a sentence; the report's evidence has them all. */
const MOST_PLACES = 3;

/** `JVM_OPTS (/etc/environment:7)`, or several of them. */
export function theOptions(places: readonly Place[]): string {
  return abridged([...new Set(places.map(({ name, source }) => `${name} (${source})`))], MOST_PLACES);
}

/** The options that set properties, as they stand in one of the places, each cut where it is long. */
export function shownOptions(places: readonly Place[], properties: readonly string[]): string {
  const options = properties.flatMap((property) => {
    const found = places.flatMap(({ value }) => optionIn(value, property) ?? []);
    return found.slice(-1).map((option) => `\`${abbreviated(option)}\``);
  });
  return listed(options);
}

/** One option up to where the next one begins: what was meant may hold blanks. */
function optionIn(value: string, property: string): string | undefined {
  const option = value.split(/\s+(?=["']?-)/).findLast((each) => each.includes(`-D${property}=`));
  return option?.trim();
}

function abbreviated(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
