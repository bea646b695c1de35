import type { Finding } from "../model/finding.ts";
import { type ProxyId, parseProxyId, type RouteId, scriptIn } from "../model/route.ts";
import { wordsFor } from "./findings.ts";
import { abridged, byRoute, listed, sentence } from "./phrases.ts";

/** Hosts with their ports in a sentence that somebody is to act upon; the report has them all. */
const MOST_ENDPOINTS = 24;
const MOST_BEHIND_A_PROXY = 6;

/** Who may forbid packets, in the words of those who do. */
const BY_WHOM = "security group, network ACL, firewall, route";

/**
 * What others are asked for, in words that stand without the report.
 *
 * @param endpoints `host:port` of each target that no way serves
 */
export function wordsForAsk(finding: Finding, endpoints: readonly string[]): string {
  const them = abridged(endpoints, MOST_ENDPOINTS);
  switch (finding.code) {
    case "proxy-unreachable":
      return behind(reachProxy(finding.args), endpoints);
    case "proxy-timing-out":
      return behind(untroubled(finding.args), endpoints);
    case "proxy-denies-target":
      return `Have the proxy ${whose(finding.args)} let this machine through to ${them} (https by CONNECT).`;
    case "proxy-denies-port": {
      const { ports } = finding.args;
      const those = `${ports.length === 1 ? "port" : "ports"} ${listed(ports.map(String))}`;
      return `Have the proxy ${whose(finding.args)} allow CONNECT to ${those}, for ${them} (squid: SSL_ports and Safe_ports; tinyproxy: ConnectPort).`;
    }
    case "proxy-cannot-reach-target":
      return `See that the proxy ${whose(finding.args)} can resolve the names of ${them} and connect to them from where it stands.`;
    case "block-page":
      return `Let the answers of ${them} pass unchanged (${byRoute(finding.args.route)}): no page in their place, no login page, no opening of TLS.`;
    case "port-closed":
      return `Let this machine open TCP connections to ${them} (${BY_WHOM}).`;
    case "console-unreachable":
      return `If this machine is to have the console without a tunnel, let it open TCP connections to ${them} (${BY_WHOM}).`;
    case "target-timing-out":
      return openOne(
        them,
        finding.args.routes.map((route) => ({ route, code: "timed-out" })),
      );
    case "target-unreachable":
      return openOne(them, finding.args.failures);
    default:
      return wordsFor(finding).remedy;
  }
}

function whose({ proxy, product }: { readonly proxy: ProxyId; readonly product?: string }): string {
  return product === undefined ? proxy : `${proxy} (${product})`;
}

/** What waits for a proxy. */
function behind(ask: string, endpoints: readonly string[]): string {
  return endpoints.length === 0
    ? ask
    : `${ask} It is needed for ${abridged(endpoints, MOST_BEHIND_A_PROXY)}.`;
}

function reachProxy({
  proxy,
  failure,
  where,
}: Extract<Finding, { code: "proxy-unreachable" }>["args"]): string {
  if (where === "answering") {
    return `See that the proxy ${proxy} answers this machine: it takes connections, and cuts every one before it answers.`;
  }
  const script = scriptIn(proxy);
  if (script !== undefined) {
    return `See that this machine reaches the proxies that the PAC script ${script} names: their names are known, they run, and no firewall turns it away.`;
  }
  if (failure.startsWith("resolver-")) {
    return `Have the name servers answer this machine about ${parseProxyId(proxy).host}, the proxy ${proxy}.`;
  }
  return failure === "refused" || failure === "reset" || failure === "closed"
    ? `See that the proxy ${proxy} runs, and that neither it nor a firewall turns this machine away.`
    : letThrough(proxy);
}

function letThrough(proxy: ProxyId): string {
  return `Let this machine open TCP connections to the proxy ${proxy} (${BY_WHOM}).`;
}

function untroubled({ proxy, where }: Extract<Finding, { code: "proxy-timing-out" }>["args"]): string {
  switch (where) {
    case "connecting":
      return letThrough(proxy);
    case "asking-script":
      return `See that the PAC script ${scriptIn(proxy)} can be fetched by this machine, and that it comes to an end.`;
    case "answering":
      return `See that the proxy ${proxy} can resolve names and reach the internet: it takes connections, and answers no request.`;
    case "tunnelling":
      return `See that packets of full size pass between this machine and the proxy ${proxy} (equal MTUs, or ICMP type 3 code 4 let through) and that the proxy may call port 443 of the internet: it opens tunnels, and no TLS handshake in them is answered.`;
  }
}

/** Any of the ways will do. */
function openOne(them: string, failures: readonly { route: RouteId; code: string }[]): string {
  const direct = failures.find(({ route }) => route === "direct");
  const proxies = failures.flatMap(({ route }) => (route === "direct" ? [] : [route]));
  const ways = [
    ...(direct === undefined ? [] : [goDirect(them, direct.code)]),
    ...(proxies.length === 0
      ? []
      : [
          `have the ${proxies.length === 1 ? "proxy" : "proxies"} ${listed(proxies)} reach ${direct === undefined ? them : "them"}`,
        ]),
  ];
  return sentence(ways.join("; or "));
}

function goDirect(them: string, code: string): string {
  if (code.startsWith("resolver-")) {
    return `have the name servers of this machine answer it on port 53 (UDP and TCP), for ${them}`;
  }
  switch (code) {
    case "name-not-found":
    case "name-has-no-address":
      return `have the name servers of this machine know the addresses of ${them}`;
    case "timed-out":
    case "host-unreachable":
    case "network-unreachable":
      return `let this machine connect directly to ${them} (${BY_WHOM})`;
    case "refused":
      return `see that ${them} take connections, and that no firewall rejects those of this machine`;
    default:
      return `see what cuts, or answers in their place, this machine's direct connections to ${them}`;
  }
}
