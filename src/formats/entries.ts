import type { BypassGrammar } from "../model/client.ts";

const SEPARATOR = { no_proxy: ",", nonProxyHosts: "|" } as const satisfies Record<BypassGrammar, string>;

/**
 * The entries of a list of exceptions, in order, without empty ones. Blanks around an entry of `no_proxy`
 * are not part of it; the JVM takes them as part of the pattern (noproxy-semantics 8).
 */
export function splitEntries(value: string, grammar: BypassGrammar): readonly string[] {
  return segmentsOf(value, grammar)
    .map((segment) => entryIn(segment, grammar))
    .filter((entry) => entry !== "");
}

/** The list with an entry at its end; as it was where the entry is in it already, in any case of letters. */
export function addEntry(value: string, entry: string, grammar: BypassGrammar): string {
  if (splitEntries(value, grammar).some((each) => isSame(each, entry))) return value;
  const list = value.trimEnd();
  const joint = list === "" || list.endsWith(SEPARATOR[grammar]) ? "" : SEPARATOR[grammar];
  return `${list}${joint}${entry}`;
}

/** The list without an entry, however often and in whatever case it stands there; all else stays as it was. */
export function removeEntry(value: string, entry: string, grammar: BypassGrammar): string {
  const segments = segmentsOf(value, grammar);
  const kept = segments.filter((segment) => !isSame(entryIn(segment, grammar), entry));
  if (kept.length === segments.length) return value;
  const list = kept.join(SEPARATOR[grammar]);
  return kept[0] === segments[0] ? list : list.trimStart();
}

function segmentsOf(value: string, grammar: BypassGrammar): readonly string[] {
  return value.split(SEPARATOR[grammar]);
}

function entryIn(segment: string, grammar: BypassGrammar): string {
  return grammar === "no_proxy" ? segment.trim() : segment;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
