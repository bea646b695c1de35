import type { Exchange } from "../../src/model/target.ts";

/** Schemes of URLs that the zoo asks for: a request, a request within TLS, a banner. */
const ASKED = ["http", "https", "ssh"] as const;
type Asked = (typeof ASKED)[number];

const PROXIES = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"] as const;
type ProxyKind = (typeof PROXIES)[number];

/** What is asked for, and by what kind of proxy: `http by https` is forwarded, `https by http` is tunnelled. */
export type RouteName = `${Asked} direct` | `${Asked} by ${ProxyKind}`;

/** A route, taken apart. */
export function partsOf(route: RouteName): { readonly asked: Asked; readonly proxy?: ProxyKind } {
  const [asked, how, proxy] = route.split(" ") as [Asked, string, ProxyKind];
  return how === "direct" ? { asked } : { asked, proxy };
}

function everyWay(asked: Asked): readonly RouteName[] {
  return [`${asked} direct`, ...PROXIES.map((proxy): RouteName => `${asked} by ${proxy}`)];
}

/** Every way on which a target is asked over plain HTTP. */
export const HTTP_WAYS = everyWay("http");
/** Every way on which a target is asked over TLS. */
export const TLS_WAYS = everyWay("https");
/** Every way to an SSH server. */
export const SSH_WAYS = everyWay("ssh");
/** Every way on which a request can be sent. */
export const REQUEST_WAYS = [...HTTP_WAYS, ...TLS_WAYS];
/** The ways on which an HTTP proxy is asked for a tunnel. */
export const TUNNELS: readonly RouteName[] = ["https by http", "https by https", "ssh by http"];
/** The ways on which an HTTP proxy is asked to forward. */
export const FORWARDS: readonly RouteName[] = ["http by http", "http by https"];
/** The ways on which a proxy is spoken to over TLS. */
export const OVER_TLS: readonly RouteName[] = ["http by https", "https by https"];
/** The ways by SOCKS 5. */
export const SOCKS_5: readonly RouteName[] = ["http by socks5", "http by socks5h", "https by socks5h"];
/** The ways by SOCKS 4. */
export const SOCKS_4: readonly RouteName[] = ["http by socks4", "http by socks4a", "https by socks4a"];

/** What is said to a target of a scheme. */
export function exchangeFor(asked: Asked): Exchange {
  return asked === "ssh" ? { kind: "ssh-banner" } : { kind: "http", method: "GET", headers: {} };
}
