import { patternsFor } from "../formats/jvm-entries.ts";
import { bypassHosts, type Known } from "./bypass-hosts.ts";
import type { HttpProxy } from "./proxy-url.ts";

/** A name and its value, as a file is to give it. */
export type Assigned = readonly [name: string, value: string];

/** What every file says of one proxy in its own grammar. */
export type ProxySettings = {
  /** As a person reads it or as it is written: with the login masked or not. */
  readonly url: string;
  readonly hasLogin: boolean;
  /** Entries joined by commas alone: apt takes a blank for a part of its entry. */
  readonly noProxy: string;
  /** Both spellings of each variable: curl, wget and apt read the lower case, Go prefers the upper one. */
  readonly variables: readonly Assigned[];
  readonly jvmOptions: string;
  /** Hosts that are called by name inside the network. */
  readonly internalHosts: readonly string[];
};

/** What all files are to say; `url` is the proxy's. */
export function settingsFor(known: Known, proxy: HttpProxy, url: string): ProxySettings {
  const { services, ghe } = known.installation;
  const noProxy = bypassHosts(known).join(",");
  const hasLogin = proxy.login !== undefined;
  const upper: readonly Assigned[] = [
    ["HTTP_PROXY", url],
    ["HTTPS_PROXY", url],
    ["NO_PROXY", noProxy],
  ];
  return {
    url,
    hasLogin,
    noProxy,
    variables: [...upper, ...upper.map(([name, value]): Assigned => [name.toLowerCase(), value])],
    jvmOptions: jvmOptions(proxy, noProxy),
    internalHosts: [services, ...known.otherServices, ghe].filter((host) => host !== undefined),
  };
}

/**
 * Options that give a JVM the proxy for both schemes and its exceptions: one list serves both, its entries match whole
 * hosts (domain-facts 4.10). With a login, Basic is taken off the schemes that are refused for tunnels (4.9).
 */
function jvmOptions({ host, port, login }: HttpProxy, noProxy: string): string {
  return [
    ...["http", "https"].flatMap((scheme) => [
      `-D${scheme}.proxyHost=${host}`,
      `-D${scheme}.proxyPort=${port}`,
    ]),
    `-Dhttp.nonProxyHosts=${patternsFor(noProxy).join("|")}`,
    ...(login === undefined ? [] : ["-Djdk.http.auth.tunneling.disabledSchemes="]),
  ].join(" ");
}
