import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import tls, { type DetailedPeerCertificate, type PeerCertificate, type TLSSocket } from "node:tls";
import type { Certificate, PhaseFacts } from "../model/phase.ts";
import { scrub } from "../model/redact.ts";
import type { TrustFault } from "../model/trust.ts";

/** A chain longer than this is cut; nothing that presents one is worth reading on. */
const LONGEST_CHAIN = 8;

const LONGEST_NAME = 1000;

type Secured = { readonly facts: PhaseFacts["tls"]; readonly value: TLSSocket };

/**
 * Node's own roots and the authorities besides, in one context: building it takes tens of milliseconds, so it
 * is built once for each list.
 */
const contexts = new WeakMap<readonly string[], tls.SecureContext>();

function contextFor(authorities: readonly string[]): tls.SecureContext {
  const known = contexts.get(authorities);
  if (known !== undefined) return known;
  const context = tls.createSecureContext(
    authorities.length === 0 ? {} : { ca: [...tls.rootCertificates, ...authorities] },
  );
  contexts.set(authorities, context);
  return context;
}

/** Speaks TLS on an open connection. The chain is recorded, never enforced: nothing secret is sent over it. */
export async function secure(
  socket: Duplex,
  host: string,
  authorities: readonly string[],
  signal: AbortSignal,
): Promise<Secured> {
  const secured = tls.connect({
    socket: socket as Socket,
    host,
    servername: isIP(host) > 0 ? "" : host,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false,
    secureContext: contextFor(authorities),
  });
  secured.on("error", () => undefined);
  const stop = () => secured.destroy();
  signal.addEventListener("abort", stop, { once: true });
  await once(secured, "secureConnect");
  // Later, a layer above may lie on this one, and must be destroyed before it.
  signal.removeEventListener("abort", stop);
  return { facts: factsOf(secured, host), value: secured };
}

function factsOf(secured: TLSSocket, host: string): PhaseFacts["tls"] {
  const chain = chainOf(secured.getPeerCertificate(true));
  const wrongName =
    chain.length > 0 && tls.checkServerIdentity(host, secured.getPeerCertificate()) !== undefined;
  const refusal: unknown = secured.authorizationError;
  // Node looks at the name only where it trusts the chain, and then reports the name alone.
  const code = refusal instanceof Error && "code" in refusal ? String(refusal.code) : String(refusal ?? "");
  const untrusted =
    secured.authorized || code === "ERR_TLS_CERT_ALTNAME_INVALID"
      ? {}
      : { untrusted: FAULTS[code] ?? ("unknown-issuer" as const) };
  return {
    protocol: secured.getProtocol() ?? "",
    cipher: secured.getCipher()?.name ?? "",
    chain,
    trust: {},
    ...untrusted,
    ...(wrongName ? { wrongName: true } : {}),
  };
}

const FAULTS: Readonly<Record<string, TrustFault>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown-root",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet-valid",
};

function chainOf(leaf: DetailedPeerCertificate): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = leaf;
  while (next?.raw !== undefined && !seen.has(next.fingerprint256) && chain.length < LONGEST_CHAIN) {
    seen.add(next.fingerprint256);
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      names: short(next.subjectaltname ?? ""),
      validFrom: isoTime(next.valid_from),
      validTo: isoTime(next.valid_to),
      sha256: next.fingerprint256,
      key: keyOf(next),
    });
    next = next.issuerCertificate;
  }
  return chain;
}

function keyOf({ bits, asn1Curve }: PeerCertificate): string {
  return asn1Curve === undefined ? `RSA ${bits ?? ""}`.trim() : `EC ${asn1Curve}`;
}

function nameOf(name: PeerCertificate["subject"] | undefined): string {
  const parts = Object.entries(name ?? {}).map(([key, value]) => `${key}=${[value].flat().join("+")}`);
  return short(parts.join(", "));
}

/** A certificate may hold thousands of names. */
function short(text: string): string {
  return scrub(text.slice(0, LONGEST_NAME));
}

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? scrub(text) : time.toISOString();
}
