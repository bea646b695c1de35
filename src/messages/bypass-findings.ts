import type { FindingArgs } from "../model/finding.ts";
import type { FindingWords } from "./finding-words.ts";

/** Not yet. */
export function bypassMissing(_: FindingArgs["bypass-missing"]): FindingWords {
  return { what: "bypass-missing", why: "", remedy: "" };
}

/** Not yet. */
export function bypassMatchesSomeClients(_: FindingArgs["bypass-matches-some-clients"]): FindingWords {
  return { what: "bypass-matches-some-clients", why: "", remedy: "" };
}

/** Not yet. */
export function noProxySpaces(_: FindingArgs["no-proxy-spaces"]): FindingWords {
  return { what: "no-proxy-spaces", why: "", remedy: "" };
}

/** Not yet. */
export function componentsDisagree(_: FindingArgs["components-disagree"]): FindingWords {
  return { what: "components-disagree", why: "", remedy: "" };
}
