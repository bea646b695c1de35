import type { Format } from "../formats/format.ts";
import type { Assigned } from "./proxy-settings.ts";

/**
 * A text with assignments at its end, each in the form that its grammar gives it.
 *
 * @throws {Error} where the grammar can hold one of them in no form, by its name alone
 */
export function assignedIn(format: Format, start: string, assigned: readonly Assigned[]): string {
  return assigned.reduce((text, [name, value]) => {
    const after = format.insert(text, 0, name, value);
    if (after === text) throw new Error(`${name} has no form in this file`);
    return after;
  }, start);
}

/** Lines of comment. */
export function commented(marker: "#" | "//", lines: readonly string[]): string {
  return lines.map((line) => `${marker} ${line}\n`).join("");
}
