import type { ClientDecision } from "../model/client.ts";
import type { SeenRoute } from "../model/client-route.ts";
import { PROXY_SCHEMES, type ProxyScheme } from "../model/route.ts";
import { dialled } from "./sighting.ts";

/**
 * Whether a client was seen to do what its model says. A setting that the client cannot use shows as no call at
 * all; of SOCKS, a call shows the version and not who resolves the name.
 */
export function agree(decision: ClientDecision, seen: SeenRoute): boolean {
  switch (decision.route) {
    case "direct":
      return seen.route === "direct";
    case "invalid":
      return seen.route === "none";
    case "proxy": {
      const { scheme, host, port } = decision.proxy;
      return (
        seen.route === "proxy" &&
        (seen.scheme === undefined || spokenTo(scheme) === seen.scheme) &&
        dialled(seen.host) === dialled(host) &&
        seen.port === port
      );
    }
  }
}

/** What `describeSeen` wrote. */
export function parseSeen(text: string): SeenRoute {
  const [, scheme = "", host = "", port] = /^([a-z0-9]+):\/\/(.*):(\d+)$/.exec(text) ?? [];
  if (port === undefined) return { route: text === "direct" ? "direct" : "none" };
  const known = PROXY_SCHEMES.find((each) => each === scheme);
  const place = { route: "proxy", host: host.replace(/^\[|\]$/g, ""), port: Number(port) } as const;
  return known === undefined ? place : { ...place, scheme: known };
}

/** `direct`, `none`, or `scheme://host:port`. */
export function describeSeen(seen: SeenRoute): string {
  if (seen.route !== "proxy") return seen.route;
  const host = seen.host.includes(":") ? `[${seen.host}]` : seen.host;
  return `${seen.scheme ?? "unknown"}://${host}:${seen.port}`;
}

/** What a call to a proxy of this scheme begins with. */
function spokenTo(scheme: ProxyScheme): ProxyScheme {
  if (scheme === "socks4a") return "socks4";
  return scheme === "socks5h" ? "socks5" : scheme;
}
