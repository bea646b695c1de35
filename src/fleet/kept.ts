import { shortened } from "../messages/phrases.ts";

/** A text of a report, cut where it is longer than any honest one. */
export function kept(text: string, most: number): string {
  return text.length <= most ? text : shortened(text, most);
}
