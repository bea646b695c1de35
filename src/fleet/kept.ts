import { shortened } from "../messages/phrases.ts";
import { maskCredentials } from "../model/redact.ts";

/** A text of a report, cut where it is longer than any honest one. */
export function kept(text: string, most: number): string {
  return text.length <= most ? text : shortened(text, most);
}

/** The same without credentials, of which an honest report has none; of most texts a look shows that none can be there. */
export function keptMasked(text: string, most: number): string {
  return kept(/@|-D/.test(text) ? maskCredentials(text) : text, most);
}
