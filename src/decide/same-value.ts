import { splitEntries } from "../formats/entries.ts";
import { proxyId } from "../model/route.ts";
import { isBypassList } from "./names.ts";
import { parseProxyUrl } from "./proxies.ts";

/**
 * Whether two values of a variable come to the same: lists with the same entries in any order, and proxies that are
 * one as a person means them. Quotes about a value, which do not belong there, are no difference.
 */
export function isSameValue(name: string, one: string, other: string): boolean {
  return isBypassList(name) ? isSameList(one, other) : proxyMeant(one) === proxyMeant(other);
}

/** The entries of a list and those of another that it lacks, as one list. */
export function unionOf(list: string, other: string): string {
  const entries = splitEntries(list, "no_proxy");
  const known = new Set(entries.map((entry) => entry.toLowerCase()));
  const more = splitEntries(other, "no_proxy").filter((entry) => !known.has(entry.toLowerCase()));
  return [...entries, ...more].join(",");
}

function isSameList(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (list) => new Set(splitEntries(unquoted(list), "no_proxy").map((entry) => entry.toLowerCase())),
  );
  return first?.size === second?.size && [...(first ?? [])].every((entry) => second?.has(entry));
}

function proxyMeant(value: string): string {
  const meant = parseProxyUrl(unquoted(value));
  return meant === undefined ? unquoted(value) : proxyId(meant);
}

function unquoted(value: string): string {
  const text = value.trim();
  const quote = text.charAt(0);
  const isQuoted = text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1).trim() : text;
}
