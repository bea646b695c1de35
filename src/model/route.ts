import { hostInUrl } from "./host.ts";
import type { Secret } from "./secret.ts";
import type { Target } from "./target.ts";

/** Protocols in which a proxy can be spoken to; `pac` names a script that chooses for each URL. */
export const PROXY_SCHEMES = ["http", "https", "socks4", "socks4a", "socks5", "socks5h", "pac"] as const;
/** One of the protocols. */
export type ProxyScheme = (typeof PROXY_SCHEMES)[number];

/** A proxy as a client would dial it. `host` carries no brackets; for `pac`, `script` is the script's URL. */
export type ProxyEndpoint = {
  readonly scheme: ProxyScheme;
  readonly host: string;
  readonly port: number;
  /** User name that is sent with the request, still percent-encoded; absent when no credentials are sent. */
  readonly username?: string;
  readonly script?: string;
};

/** `scheme://[user@]host:port`: names a proxy in routes, reports and the `--proxy` option. Holds no password. */
export type ProxyId = string;

/** A proxy to measure through, with what it asks for. */
export type Proxy = ProxyEndpoint & {
  readonly id: ProxyId;
  /** `user:password`, percent-encoded as it stood in the setting. */
  readonly credentials?: Secret;
};

/**
 * How a request passes a proxy: `forward` (absolute-form request), `tunnel` (CONNECT), `socks`,
 * or `pac` (the script decides).
 */
type ProxyMode = "forward" | "tunnel" | "socks" | "pac";

/** One way to a target. */
export type Route =
  | {
      /** Past every proxy, or through one. */
      readonly kind: "direct";
    }
  | {
      /** Past every proxy, or through one. */
      readonly kind: "proxy";
      readonly proxy: ProxyId;
      readonly mode: ProxyMode;
    };

/** `direct`, or the proxy's id. */
export type RouteId = string;

/** The way past every proxy. */
export const DIRECT: Route = { kind: "direct" };

/** What names a route in attempt ids and findings. */
export function routeId(route: Route): RouteId {
  return route.kind === "direct" ? "direct" : route.proxy;
}

/** The canonical name of a proxy: two settings that lead to the same one, in whatever spelling, have one id. */
export function proxyId(proxy: ProxyEndpoint): ProxyId {
  if (proxy.script !== undefined) return `pac+${proxy.script}`;
  const user = proxy.username === undefined ? "" : `${proxy.username}@`;
  return `${proxy.scheme}://${user}${hostInUrl(proxy.host)}:${proxy.port}`;
}

/** The URL of the PAC script that a proxy id names, if it names one. */
export function scriptIn(id: ProxyId): string | undefined {
  return id.startsWith("pac+") ? id.slice("pac+".length) : undefined;
}

/** A canonical proxy id, taken apart again. Throws where the text is none. */
export function parseProxyId(id: ProxyId): ProxyEndpoint {
  const endpoint = readProxyId(id);
  if (endpoint === undefined) throw new Error(`not a proxy id: ${id}`);
  return endpoint;
}

/** A canonical proxy id, taken apart again; `undefined` where the text is none. */
export function readProxyId(id: string): ProxyEndpoint | undefined {
  const script = scriptIn(id);
  if (script !== undefined) return { scheme: "pac", host: "", port: 0, script };
  const [, scheme, username, host, port] = /^([a-z0-9]+):\/\/(?:(.*)@)?\[?(.*?)\]?:(\d+)$/s.exec(id) ?? [];
  const known = PROXY_SCHEMES.find((each) => each === scheme);
  if (known === undefined || host === undefined) return undefined;
  return { scheme: known, host, port: Number(port), ...(username === undefined ? {} : { username }) };
}

/** The route of a target through a proxy: only requests to `http:` URLs are forwarded, all else needs a tunnel. */
export function routeThrough(proxy: ProxyEndpoint, target: Pick<Target, "url" | "exchange">): Route {
  const asks = target.exchange.kind === "http" || target.exchange.kind === "instance-identity";
  const forwards = asks && target.url.startsWith("http:");
  return {
    kind: "proxy",
    proxy: proxyId(proxy),
    mode: modeOf(proxy.scheme, forwards ? "forward" : "tunnel"),
  };
}

function modeOf(scheme: ProxyScheme, overHttp: "forward" | "tunnel"): ProxyMode {
  if (scheme === "pac") return "pac";
  return scheme === "http" || scheme === "https" ? overHttp : "socks";
}
