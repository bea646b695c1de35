import type { FailureCode } from "../model/phase.ts";
import { theAlert } from "./tls-alerts.ts";

/** Why a route does not serve: a failure, or an answer that is not the target's. */
type FailureKind = FailureCode | "answered-by-another";

/** Each failure in the two or three words that a table's cell holds. */
export const FAILURES: Readonly<Record<FailureKind, string>> = {
  "name-not-found": "no such name",
  "name-has-no-address": "no address",
  "resolver-failed": "DNS failed",
  "resolver-refused": "DNS refused",
  "resolver-silent": "DNS silent",
  refused: "refused",
  reset: "reset",
  closed: "closed",
  "host-unreachable": "host unreachable",
  "network-unreachable": "no route",
  "blocked-locally": "blocked locally",
  "timed-out": "timed out",
  cancelled: "not finished",
  "not-tls": "no TLS",
  "tls-alert": "TLS alert",
  "old-tls-only": "old TLS only",
  "client-certificate-asked": "wants a certificate",
  "tls-failed": "TLS failed",
  "proxy-auth-required": "needs a login",
  "proxy-denied": "proxy denies it",
  "proxy-cannot-reach": "proxy cannot reach",
  "proxy-refuses-tunnel": "no tunnel",
  "proxy-redirects": "proxy redirects",
  "not-a-proxy": "not a proxy",
  "socks-refused": "SOCKS refused",
  "not-http": "not HTTP",
  "malformed-http": "malformed HTTP",
  "headers-too-large": "headers too large",
  "cut-short": "cut short",
  "pac-failed": "PAC failed",
  unknown: "failed",
  "answered-by-another": "block page",
};

/** What each failure tells of where to look, as a clause (domain-facts 2.8, 5). */
export const FAILURE_MEANINGS: Readonly<Record<FailureKind, string>> = {
  "name-not-found": "the resolver of this machine does not know the name",
  "name-has-no-address": "the name exists and has no address that this machine can use",
  "resolver-failed": "the name servers of this machine answer that they fail, or with what cannot be read",
  "resolver-refused": "the name servers of this machine refuse to answer this machine",
  "resolver-silent": "no name server of this machine answers",
  refused: "the host is there, and nothing listens on that port or a firewall rejects the connection",
  reset:
    "something on the way cut the connection; during a TLS handshake often a filter that reads host names",
  closed: "the other side closed the connection before it answered",
  "host-unreachable": "the network on the way reports that it cannot deliver to this host",
  "network-unreachable": "this machine has no route to that network",
  "blocked-locally": "this machine's own firewall forbids the connection",
  "timed-out":
    "nothing came back in time; most often a security group, a network ACL or a missing route drops the packets",
  cancelled: "the run ended before there was an answer",
  "not-tls":
    "TLS was expected and something else answered; often https:// in front of a proxy that speaks plain HTTP",
  "tls-alert": "the other side refused the TLS handshake",
  "old-tls-only": "the other side speaks no TLS that is newer than 1.1, which clients of today refuse",
  "client-certificate-asked": "the other side lets in only who presents a certificate of its own",
  "tls-failed": "the TLS handshake did not succeed",
  "proxy-auth-required": "the proxy wants a login, or another one",
  "proxy-denied": "the proxy forbids it",
  "proxy-cannot-reach": "the proxy answers, and cannot reach the host itself",
  "proxy-refuses-tunnel":
    "the proxy opens no tunnel (CONNECT) to this host and port; many allow port 443 only",
  "proxy-redirects": "the proxy redirects instead of passing the request on, often to a page for logging in",
  "not-a-proxy": "what listens at the proxy's address does not speak as a proxy",
  "socks-refused": "the SOCKS proxy refuses the connection",
  "not-http": "the answer is not HTTP",
  "malformed-http":
    "the answer is HTTP that breaks the rules of HTTP: strict clients refuse it, and lenient ones, as curl, may not",
  "headers-too-large": "the answer's headers are larger than any real answer's",
  "cut-short": "the answer ended before it was complete",
  "pac-failed": "the PAC script cannot be fetched or run",
  unknown: "the failure is of a kind that has no name here",
  "answered-by-another": "someone else answered in the host's place",
};

/** A failure in a sentence: its words, and the alert that it came by: `TLS alert 40, handshake failure`. */
export function failureWords(code: FailureKind, alert: number | undefined): string {
  if (alert === undefined) return FAILURES[code];
  return code === "tls-alert" ? `TLS ${theAlert(alert)}` : `${FAILURES[code]}: ${theAlert(alert)}`;
}

/** A failure in a cell: `TLS alert 40`. */
export function failureInCell(code: FailureKind, alert: number | undefined): string {
  return code === "tls-alert" && alert !== undefined ? `${FAILURES[code]} ${alert}` : FAILURES[code];
}
