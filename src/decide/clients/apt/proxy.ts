import type { ProxyEndpoint, ProxyScheme } from "../../../model/route.ts";
import { isDialable, toAscii } from "../common/host.ts";
import { atLeast } from "../common/version.ts";
import type { AptUri } from "./uri.ts";

type Schemes = Readonly<Record<string, ProxyScheme>>;

/** What is spoken to a proxy of each scheme; any other scheme stops apt (ece81b75, bafebf1a). */
const SCHEMES: Schemes = { http: "http", https: "https", socks5h: "socks5h" };
const SCHEMES_BEFORE_1_6: Schemes = { http: "http", socks5h: "socks5h" };
const SCHEMES_OF_CURL: Schemes = {
  http: "http",
  https: "http",
  socks: "socks4",
  socks4a: "socks4a",
  socks5: "socks5",
  socks5h: "socks5h",
};

/** Whether apt makes no proxy of a value, and says nothing about it. */
export function namesNoProxy(proxy: AptUri, target: AptUri, version: string): boolean {
  const byCurl = fetchesByCurl(target, version);
  if (!atLeast(version, "1.3")) return proxy.host === "" || (proxy.access === "" && !byCurl);
  if (!byCurl) return proxy.access === "" || (proxy.host === "" && proxy.access !== "socks5h");
  return proxy.host === "" && /^(DIRECT|https?|socks(4a|5h?)?|)$/.test(proxy.access);
}

/** The proxy that apt calls for a target, or why it calls none. */
export function aptProxy(proxy: AptUri, target: AptUri, version: string): ProxyEndpoint | string {
  const byCurl = fetchesByCurl(target, version);
  const schemes = byCurl ? SCHEMES_OF_CURL : atLeast(version, "1.6") ? SCHEMES : SCHEMES_BEFORE_1_6;
  // Before 1.3 the scheme is not looked at.
  const access = atLeast(version, "1.3") ? proxy.access : "http";
  const scheme = Object.hasOwn(schemes, access) ? schemes[access] : undefined;
  if (scheme === undefined) return "the proxy has an unsupported scheme";
  if (byCurl && proxy.host.includes(":")) return "libcurl gets the proxy's IPv6 address without brackets";
  // `*` is any address of this machine to glibc's getaddrinfo.
  const host = proxy.host === "*" ? "localhost" : toAscii(proxy.host).toLowerCase();
  // A zone is a number, but for an address of this link.
  const hasOddZone = /^(?!fe[89ab]).*%(?!\d+$)/.test(host);
  if (hasOddZone || !isDialable(host)) return "the proxy's host can be no host name";
  const port = byCurl ? dialledPort(proxy.port, 1080) : portOf(proxy.port, scheme, target);
  if (port === 0) return "the proxy has port 0, which cannot be called";
  return { scheme, host, port, ...usernameOf(proxy) };
}

/** The user name that is sent; the server takes what stands before a colon for it. A SOCKS proxy wants one. */
export function usernameOf(proxy: AptUri): { readonly username?: string } {
  const sendsNone = proxy.user === "" && (proxy.password === "" || proxy.access === "socks5h");
  return sendsNone ? {} : { username: proxy.user.split(":", 1)[0] ?? "" };
}

/** Before 1.6, what fetches from https is a program of its own, built on libcurl (5e770a07). */
function fetchesByCurl(target: AptUri, version: string): boolean {
  return target.access === "https" && !atLeast(version, "1.6");
}

/** An https proxy without a port has its own; in place of one that cannot be, the scheme of the URL decides. */
function portOf(port: number, scheme: ProxyScheme, target: AptUri): number {
  if (scheme === "socks5h") return dialledPort(port, 1080);
  const written = port === 0 && scheme === "https" ? 443 : port;
  return dialledPort(written, target.access === "https" ? 443 : 80);
}

/** What is beyond 65535 loses its upper bits; a negative number is no port at all (glibc `getaddrinfo`). */
function dialledPort(written: number, usual: number): number {
  return written > 0 ? written % 65_536 : usual;
}
