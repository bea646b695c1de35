import { aptConf } from "../../formats/apt-conf.ts";
import { assignedIn, commented } from "../assigned-in.ts";
import type { Assigned, ProxySettings } from "../proxy-settings.ts";

/**
 * apt's proxies, and a mirror inside the network past them: apt may be started without the variables, by sudo or by
 * a timer. An https URL's look-up falls back to the http one (noproxy-semantics 3). An address in IPv6 has no name here.
 */
export function aptProxies({ url, internalHosts }: ProxySettings, comment: readonly string[]): string {
  const named = internalHosts.filter((host) => !host.includes(":"));
  return assignedIn(aptConf, commented("//", comment), [
    ["Acquire::http::Proxy", url],
    ["Acquire::https::Proxy", url],
    ...[...new Set(named)].map((host): Assigned => [`Acquire::http::Proxy::${host}`, "DIRECT"]),
  ]);
}
