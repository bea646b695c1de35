import type { FindingArgs } from "../model/finding.ts";
import { theClients } from "./components.ts";
import { wordsForEffects } from "./effects.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, quoted, sentences } from "./phrases.ts";
import { theSettings } from "./setting-places.ts";

/** Placeholders in a sentence; the line shows the others. */
const MOST_PLACEHOLDERS = 4;

const RESTART = "and restart what has read it (log in again, or restart the service)";

/** A value that instructions left to be filled in. */
export function placeholderLeftIn(args: FindingArgs["placeholder-left-in"]): FindingWords {
  const { places, effects, placeholders } = args;
  const words = abridged(placeholders.map(quoted), MOST_PLACEHOLDERS);
  const one = placeholders.length === 1;
  const variable = placeholders.some((each) => each.startsWith("$"));
  return {
    what: `${theSettings(places)} still ${places.length === 1 ? "holds" : "hold"} ${words}, where an address of this installation belongs.`,
    why: sentences(
      variable
        ? "What reads this knows no variables: the name with its `$` is the value"
        : `No program fills ${one ? "it" : "them"} in; in a shell, an unquoted \`<\` or \`>\` names a file besides`,
      wordsForEffects(effects),
    ),
    remedy: `Put the real value in: of the proxy http://HOST:PORT, of a machine its address or name${variable ? ", written out and without a variable" : ""}; quote it, ${RESTART}.`,
  };
}

/** Quotes that a loader has left on a value. */
export function literalQuotes({ places, effects }: FindingArgs["literal-quotes"]): FindingWords {
  return {
    what: `The quotes about the value of ${theSettings(places)} are a part of the value.`,
    why: sentences(
      "What reads it takes off no quotes, or one pair where two stand",
      wordsForEffects(effects),
      effects.length === 0 ? "In a list they spoil the first and the last entry, which match nothing" : "",
    ),
    remedy: `Remove the quotes from the value, ${RESTART}.`,
  };
}

/** White space at the ends of a value. */
export function strayWhitespace({ places, effects }: FindingArgs["stray-whitespace"]): FindingWords {
  const windows = places.some(({ value }) => value.endsWith("\r"));
  const begins = places.some(({ value }) => /^\s/.test(value));
  const files = places.flatMap(({ source }) => /^(\/.*):\d+$/.exec(source)?.[1] ?? []);
  return {
    what: `The value of ${theSettings(places)} ${windows ? "ends in a carriage return" : `${begins ? "begins with" : "ends in"} white space`}, which is a part of it.`,
    why: sentences(
      windows ? "The file has the line ends of Windows, of which Unix programs keep a half" : "",
      wordsForEffects(effects),
      effects.length === 0 ? "In a list it spoils the entry that it stands at" : "",
    ),
    remedy:
      windows && files[0] !== undefined
        ? `Take the carriage returns out: sudo sed -i 's/\\r$//' ${files[0]}, ${RESTART}.`
        : `Remove the white space before and behind the value, ${RESTART}.`,
  };
}

/** A proxy to be spoken to in a protocol that not all clients speak. */
export function unsupportedProxyScheme(args: FindingArgs["unsupported-proxy-scheme"]): FindingWords {
  const { places, effects } = args;
  const [, scheme = "its scheme"] = /^\W*([a-z][a-z0-9+.-]*:\/\/)/i.exec(places[0]?.value ?? "") ?? [];
  return {
    what: `${theSettings(places)} ${places.length === 1 ? "names" : "name"} a proxy by ${scheme}, which not every program that reads it can use.`,
    why: sentences(
      wordsForEffects(effects),
      "All of them speak HTTP to a proxy, and only some speak SOCKS; a misspelled scheme is one that they do not know",
    ),
    remedy: `Write the address of an HTTP proxy, http://HOST:PORT, ${RESTART}; if there is a SOCKS proxy only, ask whoever runs it for an HTTP port.`,
  };
}

/** A proxy without `http://`. */
export function proxySchemeMissing({ places, effects }: FindingArgs["proxy-scheme-missing"]): FindingWords {
  return {
    what: `The proxy in ${theSettings(places)} has no scheme.`,
    why: sentences(
      wordsForEffects(effects),
      "Without a scheme some programs guess http and others stop; Replicated's installer refuses the value",
    ),
    remedy: `Write http:// before the host, ${RESTART}.`,
  };
}

/** A proxy without a port. */
export function proxyPortMissing({ places, effects }: FindingArgs["proxy-port-missing"]): FindingWords {
  return {
    what: `The proxy in ${theSettings(places)} has no port.`,
    why: sentences(
      wordsForEffects(effects),
      `Each program puts in a port of its own: ${theClients(["curl", "git"])} 1080, most others 80 or 443`,
      "proxies mostly listen on 3128 or 8080",
    ),
    remedy: `Ask for the port that the proxy listens on and write it behind the host, as in http://HOST:3128, ${RESTART}.`,
  };
}

/** A proxy that is to be spoken to in TLS. */
export function proxySchemeHttps({ places, effects }: FindingArgs["proxy-scheme-https"]): FindingWords {
  return {
    what: `${theSettings(places)} ${places.length === 1 ? "names" : "name"} the proxy by https://.`,
    why: sentences(
      `The scheme says how the proxy itself is spoken to, not what is fetched through it, and most proxies understand no TLS (${theClients(["go"])}: \`first record does not look like a TLS handshake\`)`,
      wordsForEffects(effects),
      `${theClients(["java", "wget"])} speak plain HTTP to a proxy in any case`,
    ),
    remedy: `Write http:// in its place, in HTTPS_PROXY as well, ${RESTART}.`,
  };
}
