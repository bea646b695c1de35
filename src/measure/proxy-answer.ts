import type { FailureCode } from "../model/phase.ts";
import type { Proxy } from "../model/route.ts";

/** What a proxy means by a status of its own, in answer to a request to forward (transport-notes 2.4). */
export function meaningOf(status: number, { credentials }: Proxy): FailureCode {
  if (status === 407) return "proxy-auth-required";
  // tinyproxy 1.11, seen: to wrong credentials, CONNECT or not; it answers 407 to none.
  if (status === 401 && credentials !== undefined) return "proxy-auth-required";
  if (status >= 300 && status < 400) return "proxy-redirects";
  // A login on a page of the network's own is wanted (RFC 6585, section 6): no proxy credentials help.
  if (status === 511) return "proxy-denied";
  // Who says that the request itself is wrong, or not allowed here, lets it not through.
  if (status === 501 || (status >= 400 && status < 500)) return "proxy-denied";
  if (status >= 500) return "proxy-cannot-reach";
  return "not-a-proxy";
}

/** What a proxy means by a status of its own, in answer to CONNECT. */
export function meaningForTunnel(status: number, proxy: Proxy): FailureCode {
  if (status === 400 || status === 405 || status === 501) return "proxy-refuses-tunnel";
  // A web server that is no proxy looks for a page of that name, or wants a login of its own.
  const isWebServers = status === 404 || (status === 401 && proxy.credentials === undefined);
  return isWebServers ? "not-a-proxy" : meaningOf(status, proxy);
}
