import type { Place } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { abridged, listed } from "./phrases.ts";

/** Places in a sentence; the lines beneath it and the report have more. */
const MOST_PLACES = 3;

/** `HTTP_PROXY (/etc/environment:2)`; the name alone where no source is known. */
export function theSetting(name: string, source: string): string {
  if (source === "") return name;
  return `${name} (${source === "environment" ? "this shell's environment" : source})`;
}

/** `HTTP_PROXY and HTTPS_PROXY (/etc/environment:2) and http_proxy (this shell's environment)`. */
export function theSettings(places: readonly Place[]): string {
  const bySource = [...groupBy(places, ({ source }) => source)];
  return abridged(
    bySource.map(([source, those]) => theSetting(listed(namesOf(those)), source)),
    MOST_PLACES,
  );
}

/** The names of settings, each once. */
export function namesOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.map(({ name }) => name))];
}

/** The file in which settings stand, without the line. */
export function fileOf([place]: readonly Place[]): string {
  return place?.source.replace(/:\d+$/, "") ?? "the file";
}
