import { MASK, type Mark, markersIn } from "../model/mark.ts";
import type { Setting } from "../model/setting.ts";

/** What stands for the secrets in one value of a text. */
export type MarkIn = (name: string, value: string) => Mark;

/**
 * What stands for secrets that a value spells by variables or by escapes, so that they cannot be told from the text:
 * the marker that the settings of its name hold, or else all, where they hold but one.
 */
export function onlyMarkers(settings: readonly Setting[], mark: Mark): (name: string) => Mark {
  const byName = new Map<string, Set<string>>();
  const all = new Set<string>();
  for (const { name, value } of settings) {
    const held = byName.get(name) ?? new Set();
    byName.set(name, held);
    for (const marker of markersIn(value)) {
      held.add(marker);
      all.add(marker);
    }
  }
  return (name) => (spelled) => {
    const marker = mark(spelled);
    const held = byName.get(name) ?? all;
    return marker === MASK && held.size === 1 ? ([...held][0] ?? MASK) : marker;
  };
}
