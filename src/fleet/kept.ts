import { shortened } from "../messages/phrases.ts";
import { maskCredentials } from "../model/redact.ts";
import type { TargetId } from "../model/target.ts";

/** A text of a report, cut where it is longer than any honest one. */
export function kept(text: string, most: number): string {
  return text.length <= most ? text : shortened(text, most);
}

/** The same without credentials, of which an honest report has none; of most texts a look shows that none can be there. */
export function keptMasked(text: string, most: number): string {
  return kept(/@|-D/.test(text) ? maskCredentials(text) : text, most);
}

/** Longest id of a target; those of people's own are theirs to choose. */
const LONGEST_ID = 200;

/** The id of a target, cut. */
export function keptTarget(id: TargetId): TargetId {
  // A cut text has its slash, or is of nobody's making that could be looked up.
  return kept(id, LONGEST_ID) as TargetId;
}
