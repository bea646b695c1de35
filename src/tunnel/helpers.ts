import { hostInUrl } from "../model/host.ts";
import { type ProxyId, parseProxyId, proxyId } from "../model/route.ts";
import type { Helper } from "../model/tunnel.ts";

/** Those that may be installed, the best known first. */
export const OTHER_HELPERS = ["nc", "ncat", "corkscrew"] as const satisfies readonly Helper[];

/**
 * Who leads ssh through a proxy. The others speak plain HTTP to it, and take a login only where all can read it;
 * this program reads the login from the settings that hold it.
 */
export function helperFor(proxy: ProxyId, hasLogin: boolean, installed: readonly Helper[]): Helper {
  if (parseProxyId(proxy).scheme !== "http" || hasLogin) return "proxy-doctor";
  return OTHER_HELPERS.find((each) => installed.includes(each)) ?? "proxy-doctor";
}

/**
 * The words of a `ProxyCommand` through a proxy; ssh puts the host and the port in place of `%h` and `%p`. `own` is
 * how this program is started for it.
 */
export function helperWords(helper: Helper, proxy: ProxyId, own: readonly string[]): readonly string[] {
  const { username: _, ...endpoint } = parseProxyId(proxy);
  const place = `${hostInUrl(endpoint.host)}:${endpoint.port}`;
  switch (helper) {
    case "nc":
      return ["nc", "-X", "connect", "-x", place, "%h", "%p"];
    case "ncat":
      return ["ncat", "--proxy", place, "--proxy-type", "http", "%h", "%p"];
    case "corkscrew":
      return ["corkscrew", endpoint.host, String(endpoint.port), "%h", "%p"];
    case "proxy-doctor":
      return [...own.map(percentDoubled), proxyId(endpoint), "%h", "%p"];
  }
}

/** A text as ssh is to read it where it looks for tokens such as `%h`. */
export function percentDoubled(text: string): string {
  return text.replaceAll("%", "%%");
}
