import type { ComponentId } from "../model/component.ts";
import type { FindingArgs } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import type { TargetId } from "../model/target.ts";
import { knowsNoProxy, readsJavaOptions, theComponents } from "./components.ts";
import { FAILURE_MEANINGS } from "./failures.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, byRoute, listed, sentence, sentences, theProxies } from "./phrases.ts";

/** Ids in a sentence; the report's evidence has them all. */
const MOST_TARGETS = 6;

function concerned(targets: readonly TargetId[]): string {
  return `This concerns ${abridged(targets, MOST_TARGETS)}`;
}

/** `10.0.1.238 is`, `10.0.1.238 and 10.0.1.239 are`. */
function subject(hosts: readonly string[]): string {
  return `${listed(hosts)} ${hosts.length === 1 ? "is" : "are"}`;
}

function them(hosts: readonly string[]): string {
  return hosts.length === 1 ? "it" : "them";
}

/** What to add to which list, so that components call hosts direct. */
export function bypass(hosts: readonly string[], components: readonly ComponentId[]): string {
  const java = components.filter(readsJavaOptions);
  const lists = [
    ...(java.length === components.length && java.length > 0 ? [] : ["NO_PROXY and no_proxy alike"]),
    ...(java.length === 0 ? [] : ["for Java -Dhttp.nonProxyHosts (entries joined by |)"]),
  ];
  // Every client has to find each host spelled in full: patterns are read differently (domain-facts 4.10).
  return `Add ${listed(hosts)} to the bypass list of ${theComponents(components)}: ${lists.join(", ")}.`;
}

/** Hosts that are called through a proxy and are to be called direct. */
export function misroutedToProxy(args: FindingArgs["misrouted-to-proxy"]): FindingWords {
  const { hosts, targets, components, proxies, reason } = args;
  return {
    what: `${subject(hosts)} called through ${theProxies(proxies)} by ${theComponents(components)}; ${hosts.length === 1 ? "it is" : "they are"} to be called direct.`,
    why: sentences(reason, concerned(targets)),
    remedy: bypass(hosts, components),
  };
}

/** Hosts that are called direct where only a proxy serves, or is wanted. */
export function misroutedDirect(args: FindingArgs["misrouted-direct"]): FindingWords {
  const { hosts, targets, components, proxies, direct, reason } = args;
  const trouble =
    direct === "fails" ? "and that fails" : "where this network's policy is to go through the proxy";
  return {
    what: `${subject(hosts)} called direct by ${theComponents(components)}, ${trouble}.`,
    why: sentences(
      reason,
      proxies.length === 0 ? "" : `the way through ${theProxies(proxies)} works`,
      concerned(targets),
    ),
    remedy: throughProxy(hosts, components, proxies),
  };
}

function throughProxy(
  hosts: readonly string[],
  components: readonly ComponentId[],
  proxies: readonly string[],
): string {
  const able = components.filter((id) => !knowsNoProxy(id));
  const unable = components.filter(knowsNoProxy);
  return sentences(
    able.length === 0
      ? ""
      : `Set ${theProxies(proxies)} for ${theComponents(able)} (${settingsOf(able)}), and leave no entry that covers ${listed(hosts)} in the bypass list`,
    unable.length === 0
      ? ""
      : `No proxy setting reaches ${theComponents(unable)}: ask the network team for a direct way to ${listed(hosts)}`,
  );
}

/** By what settings components are told of a proxy. */
function settingsOf(components: readonly ComponentId[]): string {
  const variables = components.every(readsJavaOptions) ? [] : ["HTTP_PROXY and HTTPS_PROXY in both cases"];
  const options = components.some(readsJavaOptions)
    ? ["for Java -Dhttp.proxyHost, -Dhttps.proxyHost and their ports"]
    : [];
  return [...variables, ...options].join("; ");
}

/** Hosts that are called through a proxy though the direct way works and is the better one. */
export function avoidableProxying(args: FindingArgs["avoidable-proxying"]): FindingWords {
  const { hosts, targets, components, proxies, reason } = args;
  return {
    what: `${subject(hosts)} called through ${theProxies(proxies)} by ${theComponents(components)}, though the direct way works.`,
    why: sentences(reason, concerned(targets)),
    remedy: bypass(hosts, components),
  };
}

/** Hosts that time out on every way that may serve them. */
export function targetTimingOut(args: FindingArgs["target-timing-out"]): FindingWords {
  const { hosts, targets, components, routes } = args;
  return {
    what: `${listed(hosts)} cannot be reached by ${theComponents(components)}: every route that may serve ${them(hosts)} times out.`,
    why: sentences(FAILURE_MEANINGS["timed-out"]),
    before: sentence(rightHosts(hosts)),
    remedy: openTheWay(hosts, targets, routes),
  };
}

/** Hosts that no way serves, each for a cause of its own. */
export function targetUnreachable(args: FindingArgs["target-unreachable"]): FindingWords {
  const { hosts, targets, components, failures } = args;
  const resolver = failures.some(({ code }) => code.startsWith("resolver-")) ? ANSWERING_SERVERS : "";
  return {
    what: `${listed(hosts)} cannot be reached by ${theComponents(components)}: no route that may serve ${them(hosts)} works.`,
    why: sentences(...meaningsOf(failures)),
    before: sentence(resolver === "" ? rightHosts(hosts) : resolver),
    remedy: sentences(
      resolver,
      openTheWay(
        hosts,
        targets,
        failures.map(({ route }) => route),
      ),
    ),
  };
}

/** What failures mean, each with its routes where there are several. */
function meaningsOf(failures: FindingArgs["target-unreachable"]["failures"]): readonly string[] {
  const meanings = [...groupBy(failures, ({ code }) => FAILURE_MEANINGS[code])];
  return meanings.map(([meaning, alike]) =>
    meanings.length === 1 ? meaning : `${listed(alike.map(({ route }) => byRoute(route)))}: ${meaning}`,
  );
}

/** Where the resolver fails, nothing is known of the host. */
const ANSWERING_SERVERS =
  "First see that the name servers of this machine (/etc/resolv.conf) answer it on port 53, and run the check again";

function rightHosts(hosts: readonly string[]): string {
  return `Make sure that ${listed(hosts)} ${hosts.length === 1 ? "is the right host and that its service runs" : "are the right hosts and that their services run"}`;
}

function openTheWay(
  hosts: readonly string[],
  targets: readonly TargetId[],
  routes: readonly string[],
): string {
  const proxies = routes.filter((route) => route !== "direct");
  const ports = `the ports of ${abridged(targets, MOST_TARGETS)}`;
  return sentences(
    rightHosts(hosts),
    routes.includes("direct") || proxies.length === 0
      ? `then ask the network team to let this machine reach ${them(hosts)} on ${ports} (security group, network ACL, route)`
      : "",
    proxies.length === 0
      ? ""
      : `${routes.includes("direct") ? "or ask" : "then ask"} whoever runs ${theProxies(proxies)} to let it reach ${them(hosts)} on ${ports}`,
  );
}
