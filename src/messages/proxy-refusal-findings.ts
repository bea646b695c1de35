import type { FindingArgs } from "../model/finding.ts";
import type { ProxyId } from "../model/route.ts";
import { FAILURE_MEANINGS } from "./failures.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, listed, sentence, sentences } from "./phrases.ts";

/** Ids in a sentence; the report has them all. */
const MOST_TARGETS = 6;

function withStatus(status: number | undefined): string {
  return status === undefined ? "" : ` (status ${status})`;
}

function named(proxy: ProxyId, product: string | undefined): string {
  return product === undefined ? proxy : `${proxy} (${product})`;
}

/** What a proxy says it met, by the names that systems have for it (errno(3)). */
const MET: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused, so that the host is there and nothing listens",
  ECONNRESET: "the connection was reset",
  ETIMEDOUT: "nobody answered",
  EHOSTUNREACH: "no way leads to the host",
  ENETUNREACH: "no way leads to its network",
};

/** A proxy that forbids some targets. */
export function proxyDeniesTarget(args: FindingArgs["proxy-denies-target"]): FindingWords {
  const { proxy, targets, status, product } = args;
  const those = abridged(targets, MOST_TARGETS);
  return {
    what: `The proxy ${named(proxy, product)} forbids requests for ${those}${withStatus(status)}.`,
    why: sentence("The refusal is the proxy's own, by its rules; the hosts themselves were not asked"),
    remedy: `Ask whoever runs the proxy to allow this machine the hosts and ports of ${those}, for https by CONNECT.`,
  };
}

/** A proxy that opens no tunnel to a port. */
export function proxyDeniesPort(args: FindingArgs["proxy-denies-port"]): FindingWords {
  const { proxy, ports, targets, status, product } = args;
  const those = `${ports.length === 1 ? "port" : "ports"} ${listed(ports.map(String))}`;
  return {
    what: `The proxy ${named(proxy, product)} opens no tunnel to ${those}${withStatus(status)}, so that ${abridged(targets, MOST_TARGETS)} cannot be called through it.`,
    why: sentences(
      "It opens tunnels to other ports; the refusal is its own, by its rules, and the host was not asked",
      "Most proxies allow port 443 only",
    ),
    remedy: `Call direct what can be called direct: internal hosts belong into the bypass lists. Where only the proxy leads, ask whoever runs it to allow CONNECT to ${those} (squid: SSL_ports and Safe_ports; tinyproxy: ConnectPort).`,
  };
}

/** A proxy that does not get through itself. */
export function proxyCannotReachTarget(args: FindingArgs["proxy-cannot-reach-target"]): FindingWords {
  const { proxy, targets, status, product, errno = "" } = args;
  const those = abridged(targets, MOST_TARGETS);
  return {
    what: `The proxy ${named(proxy, product)} answers that it cannot reach ${those}${withStatus(status)}.`,
    why: sentences(
      FAILURE_MEANINGS["proxy-cannot-reach"],
      MET[errno] === undefined ? "" : `It says what it met: ${MET[errno]}`,
      "The way from this machine to the proxy is right; what lies behind it is not",
    ),
    remedy: `Ask whoever runs the proxy whether it can resolve the names of ${those} and open connections to them from where it stands.`,
  };
}
