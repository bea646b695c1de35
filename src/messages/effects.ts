import type { Effect, Place } from "../model/finding.ts";
import { CLIENTS } from "./components.ts";
import { abridged, listed } from "./phrases.ts";

/** More of a line than this tells nobody more. */
const LONGEST = 100;
/** Places in a sentence; the report has them all. */
const MOST_PLACES = 4;

/**
 * What clients do with a setting, as a clause: `curl and wget: through http://10.0.0.33:1080; Go: direct; awscli:
 * stops (its host can be no host name)`. The scheme of the request is told where it makes a difference to a client.
 */
export function wordsForEffects(effects: readonly Effect[]): string {
  const byOutcome = new Map<string, string[]>();
  for (const client of new Set(effects.flatMap(({ clients }) => clients))) {
    const own = effects.filter(({ clients }) => clients.includes(client));
    const outcome = outcomeOf(own);
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), CLIENTS[client]]);
  }
  return [...byOutcome].map(([outcome, clients]) => `${listed(clients)}: ${outcome}`).join("; ");
}

/** What one client does, once where it does the same with every request. */
function outcomeOf(effects: readonly Effect[]): string {
  const told = effects.map(({ scheme, does }) => ({ scheme, words: wordsForOutcome(does) }));
  const [first] = told;
  if (first !== undefined && told.every(({ words }) => words === first.words)) return first.words;
  return told.map(({ scheme, words }) => `${words} for ${scheme}`).join(", ");
}

function wordsForOutcome(does: Effect["does"]): string {
  switch (does.route) {
    case "direct":
      return "direct";
    case "proxy":
      return `through ${does.proxy}`;
    case "invalid":
      // The models begin with the client's name, which stands before the colon already.
      return `stops (${does.why.replace(/^[^:]{0,60}: /, "")})`;
  }
}

/** `HTTP_PROXY and HTTPS_PROXY (/etc/environment:2) and http_proxy (this shell's environment)`. */
export function wordsForPlaces(places: readonly Place[]): string {
  const bySource = new Map<string, string[]>();
  for (const { name, source } of places) bySource.set(source, [...(bySource.get(source) ?? []), name]);
  const named = [...bySource].map(([source, names]) => {
    return `${listed(names)} (${source === "environment" ? "this shell's environment" : source})`;
  });
  return abridged(named, MOST_PLACES);
}

/** The line on which a setting stands, or the setting as an environment lists it, in backquotes and no longer than a line. */
export function lineOf({ name, value, text }: Place): string {
  return `\`${shortened(text ?? `${name}=${value}`)}\``;
}

/** A text cut to what fits into a sentence. */
export function shortened(text: string): string {
  const visible = text.replace(/\r/g, "\\r");
  const characters = [...visible.slice(0, 2 * LONGEST + 2)];
  return characters.length <= LONGEST ? characters.join("") : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
