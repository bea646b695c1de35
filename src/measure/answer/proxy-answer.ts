import type { Failure, FailureCode, Headers } from "../../model/phase.ts";
import type { Proxy } from "../../model/route.ts";
import { fault } from "../fault.ts";
import { hopsOf } from "./proxy-status.ts";

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

/** The failure that a proxy's own answer is, by what it means, with what the proxy says of its cause. */
export function refusalOf(
  request: string,
  { status, headers }: { readonly status: number; readonly headers: Headers },
  code: FailureCode,
): Error {
  const { told, ...cause } = causeIn(headers);
  const words = told === undefined ? "" : ` (${told})`;
  return fault(code, `${request} was answered with ${status}${words}`, {
    status,
    ...cause,
  });
}

/** Error numbers of Linux, and where they differ of FreeBSD, on which squid runs too (errno(3), errno(2)). */
const ERRNO: Readonly<Record<string, string>> = {
  "111": "ECONNREFUSED",
  "61": "ECONNREFUSED",
  "110": "ETIMEDOUT",
  "60": "ETIMEDOUT",
  "113": "EHOSTUNREACH",
  "65": "EHOSTUNREACH",
  "101": "ENETUNREACH",
  "51": "ENETUNREACH",
  "104": "ECONNRESET",
  "54": "ECONNRESET",
};

/** Errors of RFC 9209, 2.3, for which a system has a number. */
const ERRNO_OF_HOP: Readonly<Record<string, string>> = {
  connection_refused: "ECONNREFUSED",
  connection_timeout: "ETIMEDOUT",
  destination_ip_unroutable: "EHOSTUNREACH",
};

/** Why a proxy did not get through, in its own words and as the error of a system: squid's, and RFC 9209's. */
function causeIn(headers: Headers): { readonly told?: string } & Pick<Failure, "errno"> {
  const [told, , number = ""] = /^(ERR_\w{1,60}) (\d{1,5})$/.exec(headers["x-squid-error"] ?? "") ?? [];
  if (told !== undefined) return withErrno(told, ERRNO[number]);
  const hop = hopsOf(headers["proxy-status"] ?? "").findLast(({ error }) => error !== undefined);
  if (hop?.error === undefined) return {};
  return withErrno(`${hop.error}, says ${hop.name}`, ERRNO_OF_HOP[hop.error]);
}

function withErrno(told: string, errno: string | undefined): ReturnType<typeof causeIn> {
  return { told, ...(errno === undefined ? {} : { errno }) };
}
