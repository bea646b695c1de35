import type { RouteId } from "../model/route.ts";

/** Items as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** The first `most` items and how many there are besides; all of them where only one more would be left out. */
export function abridged(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return listed(items);
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** `1 target`, `3 targets`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** A clause made a sentence: a capital at its beginning, one full stop at its end; nothing of nothing. */
export function sentence(clause: string): string {
  const text = clause.trim();
  if (text === "") return "";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** Clauses as sentences, one after the other. */
export function sentences(...clauses: readonly string[]): string {
  return clauses.map(sentence).filter(Boolean).join(" ");
}

/** `the proxy http://10.0.0.33:3128`, or several of them. */
export function theProxies(proxies: readonly string[]): string {
  if (proxies.length === 0) return "the proxy";
  return `the ${proxies.length === 1 ? "proxy" : "proxies"} ${listed(proxies)}`;
}

/** `direct`, or `through http://10.0.0.33:3128`. */
export function byRoute(route: RouteId): string {
  return route === "direct" ? "direct" : `through ${route}`;
}

/** Longest text from a file that a sentence shows whole. */
const LONGEST = 100;

/** A text as it stands in a file, in backquotes, cut where it is long. */
export function quoted(text: string): string {
  return `\`${shortened(text, LONGEST)}\``;
}

/** A text of at most `most` characters, its carriage returns made visible. */
export function shortened(text: string, most: number): string {
  // A character may take two units.
  const characters = [...text.slice(0, 2 * most + 2).replace(/\r/g, "\\r")];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
