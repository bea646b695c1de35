import type { PhaseFacts } from "../../model/phase.ts";
import type { Target } from "../../model/target.ts";
import type { TrustVerdict } from "../../model/trust.ts";
import { interceptorOf } from "./product-of.ts";

type Tls = PhaseFacts["tls"] | undefined;

/** The store of the public authorities that are built into Node. */
const PUBLIC = "node";

/** What is said of chains that somebody made who is no public authority. */
const PRIVATELY_MADE: ReadonlySet<TrustVerdict> = new Set(["self-signed", "unknown-root", "unknown-issuer"]);

/** Whether the certificate is for its host and trusted, be it by an authority that was named to us. */
export function isVerified(tls: Tls): boolean {
  return tls !== undefined && tls.untrusted === undefined && tls.wrongName === undefined;
}

/**
 * Whether public authorities vouch that this is the host: nobody between can have spoken. An authority that a company
 * has its machines trust makes certificates for any host.
 */
export function isPubliclyTrusted(tls: Tls): boolean {
  return tls !== undefined && tls.trust[PUBLIC] === "trusted" && tls.wrongName === undefined;
}

/**
 * Whether a chain is not one that the target would present: a known gateway made it, or it is not a public
 * authority's where the target is a public service. What is to be called past every proxy is an internal one, and its
 * certificate may be anybody's.
 */
export function isForeignChain(tls: Tls, { policy }: Target): boolean {
  if (tls === undefined) return false;
  if (interceptorOf(tls) !== undefined) return true;
  if (policy.standard === "must-direct") return false;
  const verdict = tls.trust[PUBLIC] ?? tls.untrusted;
  return tls.wrongName === true || (verdict !== undefined && PRIVATELY_MADE.has(verdict));
}
