import type { Place } from "../model/finding.ts";
import { listed } from "./phrases.ts";
import { quoted } from "./setting-places.ts";

/** The options that set properties, as they stand in one of the places. */
export function shownOptions(places: readonly Place[], properties: readonly string[]): string {
  return listed(
    properties.flatMap((property) =>
      places
        .flatMap(({ value }) => optionIn(value, property) ?? [])
        .slice(-1)
        .map(quoted),
    ),
  );
}

/** One option up to where the next one begins: what was meant may hold blanks. */
function optionIn(value: string, property: string): string | undefined {
  const option = value.split(/\s(?=["']?-)/).findLast((each) => each.includes(`-D${property}=`));
  return option?.trim();
}
