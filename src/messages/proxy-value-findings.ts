import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function placeholderLeftIn(_: FindingArgs["placeholder-left-in"]): FindingWords {
  return { what: "placeholder-left-in", why: "", remedy: "" };
}

/** Not yet. */
export function literalQuotes(_: FindingArgs["literal-quotes"]): FindingWords {
  return { what: "literal-quotes", why: "", remedy: "" };
}

/** Not yet. */
export function strayWhitespace(_: FindingArgs["stray-whitespace"]): FindingWords {
  return { what: "stray-whitespace", why: "", remedy: "" };
}

/** Not yet. */
export function unsupportedProxyScheme(_: FindingArgs["unsupported-proxy-scheme"]): FindingWords {
  return { what: "unsupported-proxy-scheme", why: "", remedy: "" };
}

/** Not yet. */
export function proxySchemeMissing(_: FindingArgs["proxy-scheme-missing"]): FindingWords {
  return { what: "proxy-scheme-missing", why: "", remedy: "" };
}

/** Not yet. */
export function proxyPortMissing(_: FindingArgs["proxy-port-missing"]): FindingWords {
  return { what: "proxy-port-missing", why: "", remedy: "" };
}

/** Not yet. */
export function proxySchemeHttps(_: FindingArgs["proxy-scheme-https"]): FindingWords {
  return { what: "proxy-scheme-https", why: "", remedy: "" };
}
