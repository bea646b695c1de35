import type { FindingArgs } from "../model/finding.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, byRoute, listed, sentences, theProxies } from "./phrases.ts";
import { bypass } from "./route-findings.ts";

/** Ids in a sentence; the report's evidence has them all. */
const MOST_TARGETS = 6;

/** Hosts that are to be called direct, and that a component's settings send to the proxy. */
export function bypassMissing(args: FindingArgs["bypass-missing"]): FindingWords {
  const { hosts, targets, components, proxies, reason } = args;
  const isOne = hosts.length === 1;
  return {
    what: `No bypass list of ${theComponents(components)} covers ${listed(hosts)}, so ${isOne ? "it is" : "they are"} called through ${theProxies(proxies)}.`,
    why: sentences(
      reason,
      `this concerns ${abridged(targets, MOST_TARGETS)}, and follows from the settings alone`,
    ),
    remedy: bypass(hosts, components),
  };
}

/** Not yet. */
export function bypassMatchesSomeClients(_: FindingArgs["bypass-matches-some-clients"]): FindingWords {
  return { what: "bypass-matches-some-clients", why: "", remedy: "" };
}

/** Not yet. */
export function noProxySpaces(_: FindingArgs["no-proxy-spaces"]): FindingWords {
  return { what: "no-proxy-spaces", why: "", remedy: "" };
}

/** One target that components of one machine reach by different ways. */
export function componentsDisagree(args: FindingArgs["components-disagree"]): FindingWords {
  const { hosts, targets, ways } = args;
  const gone = ways.map(({ route, components }) => `${theComponents(components)}: ${byRoute(route)}`);
  const proxies = ways.flatMap(({ route }) => (route === "direct" ? [] : [route]));
  return {
    what: `Components of this machine call ${listed(hosts)} by ${ways.length} different ways.`,
    why: sentences(
      gone.join("; "),
      "either way may serve, but whoever wrote the settings meant one: where one of the ways fails, only a part of the machine does",
      `this concerns ${abridged(targets, MOST_TARGETS)}`,
    ),
    remedy: sentences(
      `decide for one way and set it for all of them: ${proxies.join(" or ")} with the same bypass list in every file that they read`,
      proxies.length === ways.length ? "" : `or add ${listed(hosts)} to all of their bypass lists`,
    ),
  };
}
