import type { BypassGrammar } from "../model/client.ts";
import { isStarAlone } from "../model/star-alone.ts";

const SEPARATOR = { no_proxy: ",", nonProxyHosts: "|" } as const satisfies Record<BypassGrammar, string>;

/**
 * The entries of a list of exceptions, in order, without empty ones. Blanks around an entry of `no_proxy`
 * are not part of it; the JVM takes them as part of the pattern (noproxy-semantics 8).
 */
export function splitEntries(value: string, grammar: BypassGrammar): readonly string[] {
  return value
    .split(SEPARATOR[grammar])
    .map((segment) => (grammar === "no_proxy" ? segment.trim() : segment))
    .filter((entry) => entry !== "");
}

/** Whether words have come into a list that are no entries: an option, or an assignment. No host is written so. */
export function holdsStrays(list: string): boolean {
  return /=|(?:^|[\s,|])-/.test(list);
}

/**
 * The list with an entry at its end; as it was where the entry is in it already, in any case of letters, or where it is
 * but `*` (noproxy-semantics 1), which an entry beside it would turn off. A JVM's list that is written with other
 * separators is one pattern to the JVM, and matches nothing: it is written anew, with `|`.
 */
export function addEntry(value: string, entry: string, grammar: BypassGrammar): string {
  if (isStarAlone(value)) return value;
  const list = grammar === "no_proxy" ? value : joinedByBars(value);
  if (splitEntries(list, grammar).some((each) => isSame(each, entry))) return list;
  const trimmed = list.trimEnd();
  const joint = trimmed === "" || trimmed.endsWith(SEPARATOR[grammar]) ? "" : SEPARATOR[grammar];
  return `${trimmed}${joint}${entry}`;
}

/** No host name or pattern holds a comma, a semicolon or a blank. */
function joinedByBars(value: string): string {
  if (!/[,;\s]/.test(value)) return value;
  return value
    .split(/[|,;\s]+/)
    .filter((entry) => entry !== "")
    .join(SEPARATOR.nonProxyHosts);
}

/**
 * The list without an entry, however often and in whatever case it stands there; all else stays as it was.
 * Entries of `no_proxy` may be separated by blanks, as curl separates them.
 */
export function removeEntry(value: string, entry: string, grammar: BypassGrammar): string {
  const pieces = value.split(grammar === "no_proxy" ? /([\s,]+)/ : /(\|)/);
  // Entries stand at even places, what separates them at odd ones.
  for (let at = pieces.length - 1; at >= 0; at -= 2) {
    if (!isSame(pieces[at] ?? "", entry)) continue;
    const isFirst = pieces.slice(0, at).every((piece, place) => place % 2 === 1 || piece === "");
    pieces.splice(isFirst ? at : at - 1, 2);
  }
  return pieces.join("");
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
