import type { ProxyEndpoint, ProxyScheme } from "../../../model/route.ts";
import { isDialable } from "../common/host.ts";
import { type CurlUrl, type Refusal, readCurlUrl } from "./url.ts";

const SCHEMES: Readonly<Record<string, ProxyScheme>> = {
  http: "http",
  https: "https",
  socks: "socks4",
  socks4: "socks4",
  socks4a: "socks4a",
  socks5: "socks5",
  socks5h: "socks5h",
};
/** Without a scheme, such a host name makes curl take the proxy for a server of that protocol. */
const GUESSED_SCHEME = /^(ftp|dict|ldap|imap|smtp|pop3)\./i;

/**
 * The proxy that libcurl makes of a value (`parse_proxy` in `lib/url.c` of 7.88.1), or why it refuses it.
 *
 * @param assumed what a value without a scheme is spoken to in (`CURLOPT_PROXYTYPE`)
 */
export function readCurlProxy(value: string, assumed: ProxyScheme): ProxyEndpoint | Refusal {
  const url = readCurlUrl(value);
  if ("refusal" in url) return { refusal: `the proxy ${url.refusal}` };
  const scheme = schemeOf(url, assumed);
  if (scheme === undefined) return { refusal: "the proxy has an unsupported scheme" };
  const port = url.port ?? (scheme === "https" ? 443 : 1080);
  if (port === 0) return { refusal: "the proxy has port 0, which cannot be called" };
  if (!isDialable(url.host)) return { refusal: "the proxy's host can be no host name" };
  const username = url.username === undefined ? {} : { username: url.username };
  return { scheme, host: url.host.toLowerCase(), port, ...username };
}

function schemeOf({ scheme, host }: CurlUrl, assumed: ProxyScheme): ProxyScheme | undefined {
  if (scheme === undefined) return GUESSED_SCHEME.test(host) ? undefined : assumed;
  return Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
}
