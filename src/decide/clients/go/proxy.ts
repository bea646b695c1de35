import type { ProxyEndpoint, ProxyScheme } from "../../../model/route.ts";
import { isDialable, parseIp, toAscii } from "../common/host.ts";
import { atLeast } from "../common/version.ts";
import type { GoAddress } from "./exceptions.ts";
import { type GoUrl, parseGoUrl, splitGoHost } from "./url.ts";

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  http: "80",
  https: "443",
  socks5: "1080",
  socks5h: "1080",
};

/**
 * What does not parse is parsed again with `http://` in front, which lets most damaged values name a host
 * called `http`. `undefined` where both fail: Go then forgets the setting and says nothing, before 1.11 it
 * made the request fail.
 */
export function parseProxy(value: string, version: string): GoUrl | undefined {
  const proxy = parseGoUrl(value, version);
  const isWhole = atLeast(version, "1.22")
    ? proxy?.scheme !== "" && proxy?.host !== ""
    : /^(https?|socks5)$/.test(proxy?.scheme ?? "");
  return proxy !== undefined && isWhole ? proxy : (parseGoUrl(`http://${value}`, version) ?? proxy);
}

/** Where a URL leads. */
export function addressOf(url: GoUrl): GoAddress {
  const { host, port } = splitGoHost(url.host);
  return { host: toAscii(host), port: port || (DEFAULT_PORTS[url.scheme] ?? "") };
}

/** Where the proxy is dialled, or why it cannot be. */
export function endpointOf(proxy: GoUrl, version: string): ProxyEndpoint | string {
  const address = addressOf(proxy);
  const port = Number(address.port);
  // An empty host means this machine to Go's dialler.
  const host = address.host.toLowerCase() || "localhost";
  const username = proxy.username === undefined ? {} : { username: proxy.username };
  return faultOf(host, port) ?? { scheme: spokenBy(proxy.scheme, version), host, port, ...username };
}

function faultOf(host: string, port: number): string | undefined {
  if (!isDialable(host)) return "its host can be no host name";
  // Go's resolver looks no name up that has neither letter nor hyphen.
  if (parseIp(host) === undefined && /^[\d.]+$/.test(host)) return "its host is a number, and no address";
  return port > 0 && port <= 65_535 ? undefined : "it has no port from 1 to 65535";
}

/** To a proxy of a scheme it does not know, Go speaks plain HTTP; before 1.10 it did not know https. */
function spokenBy(scheme: string, version: string): ProxyScheme {
  if (scheme === "https") return atLeast(version, "1.10") ? "https" : "http";
  return scheme === "socks5" || scheme === "socks5h" ? scheme : "http";
}
