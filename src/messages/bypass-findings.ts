import type { FindingArgs } from "../model/finding.ts";
import { isStarAlone } from "../model/star-alone.ts";
import { theClients, theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, byRoute, listed, quoted, sentences, theProxies } from "./phrases.ts";
import { bypass } from "./route-findings.ts";
import { theSettings } from "./setting-places.ts";

/** Ids in a sentence; the report's evidence has them all. */
const MOST_TARGETS = 6;

/** Hosts that are to be called direct, and that a component's settings send to the proxy. */
export function bypassMissing(args: FindingArgs["bypass-missing"]): FindingWords {
  const { hosts, targets, components, proxies, reason } = args;
  const isOne = hosts.length === 1;
  return {
    what: `No bypass list of ${theComponents(components)} covers ${listed(hosts)}, so ${isOne ? "it is" : "they are"} called through ${theProxies(proxies)}.`,
    why: sentences(reason, `by the settings alone, this concerns ${abridged(targets, MOST_TARGETS)}`),
    remedy: bypass(hosts, components),
  };
}

/** A list in which some readers find a host and others do not. */
export function bypassMatchesSomeClients(args: FindingArgs["bypass-matches-some-clients"]): FindingWords {
  const { places, hosts, entries, matching, missing } = args;
  const matched = abridged(hosts, MOST_TARGETS);
  const asEntries = `as ${hosts.length === 1 ? "an entry" : "entries"} spelled in full`;
  const isStar = places.some(({ value }) => isStarAlone(value));
  return {
    what: `By ${theSettings(places)}, ${matched} ${hosts.length === 1 ? "is" : "are"} called direct by ${theClients(matching)}, and through the proxy by ${theClients(missing)}.`,
    why: sentences(
      `${abridged(entries.map(quoted), MOST_TARGETS)} ${entries.length === 1 ? "looks" : "look"} like a match, but clients read networks, wildcards, leading dots and ports differently`,
      `${hosts.length === 1 ? "the host is" : "the hosts are"} to be called direct by all`,
    ),
    remedy: isStar
      ? `Write ${matched} ${asEntries}, in the place of * and not beside it, in NO_PROXY and no_proxy alike, with all else that is to be called direct: beside other entries, curl and Python take * for no wildcard any more.`
      : `Add ${matched} ${asEntries}, to NO_PROXY and no_proxy alike; the entries that stand there may stay.`,
  };
}

/** Blanks in a list, at which some readers lose entries. */
export function noProxySpaces({ places, readers }: FindingArgs["no-proxy-spaces"]): FindingWords {
  return {
    what: `There are blanks between the entries of ${theSettings(places)}.`,
    why: sentences(
      `to ${theClients(readers)} a blank is a part of the entry, which then matches no host, so that what it names is called through the proxy`,
      "others skip blanks, which is why the list seems to work",
    ),
    remedy: "Write the list with a comma and nothing else between entries.",
  };
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
    remedy: `Decide for one way and set it for all of them: ${proxies.join(" or ")} with the same bypass list in every file that they read${proxies.length === ways.length ? "" : `, or ${listed(hosts)} in all of their bypass lists`}.`,
  };
}
