import type { FailureCode } from "../model/phase.ts";
import type { Proxy } from "../model/route.ts";

/** What a proxy means by a status of its own, in answer to CONNECT or to a forwarded request (transport-notes 2.4). */
export function meaningOf(status: number, { credentials }: Proxy): FailureCode {
  if (status === 407) return "proxy-auth-required";
  // tinyproxy 1.11, seen: to wrong credentials, CONNECT or not; it answers 407 to none.
  if (status === 401 && credentials !== undefined) return "proxy-auth-required";
  if (status === 403 || status === 451) return "proxy-denied";
  if (status >= 300 && status < 400) return "proxy-redirects";
  if (status === 400 || status === 405 || status === 501) return "proxy-refuses-tunnel";
  if (status >= 500) return "proxy-cannot-reach";
  return "not-a-proxy";
}
