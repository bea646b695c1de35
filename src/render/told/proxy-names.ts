import type { Report } from "../../model/report.ts";
import type { ProxyId } from "../../model/route.ts";

/** What a table calls each measured proxy, in plan order. */
export type ProxyNames = ReadonlyMap<ProxyId, string>;

/** As long as an IPv4 address with its port can be; longer names by the dozen would leave no room for results. */
const LONGEST_NAME = "255.255.255.255:65535".length;

/** Every proxy that was measured, in plan order; where nothing was measured, those that components go through. */
export function proxiesOf({ observations, decisions, judges }: Report): readonly ProxyId[] {
  const routes = (judges === "settings" ? decisions : observations).map(({ route }) => route);
  return [...new Set(routes.flatMap((route) => (route.kind === "proxy" ? [route.proxy] : [])))];
}

/** Proxies by address or, where there are several and one is long, by number. */
export function proxyNames(proxies: readonly ProxyId[]): ProxyNames {
  const numbered = proxies.length > 1 && proxies.some((proxy) => shortProxy(proxy).length > LONGEST_NAME);
  return new Map(proxies.map((proxy, at) => [proxy, numbered ? `proxy ${at + 1}` : shortProxy(proxy)]));
}

/** What the numbers stand for; empty where there are none. */
export function legend(names: ProxyNames): readonly string[] {
  return [...names].flatMap(([proxy, name]) => (name === shortProxy(proxy) ? [] : [`${name}: ${proxy}`]));
}

/** A proxy's id as tables show it: `http://` goes without saying. */
export function shortProxy(proxy: ProxyId): string {
  return proxy.replace(/^http:\/\//, "");
}
