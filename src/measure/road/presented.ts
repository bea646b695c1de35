import type { X509Certificate } from "node:crypto";
import type { DetailedPeerCertificate, TLSSocket } from "node:tls";

/** A chain longer than this is cut; nothing that presents one is worth reading on. */
const LONGEST_CHAIN = 12;

/** More than the hosts of one installation present, directly and by a proxy that intercepts them. */
const MOST_REMEMBERED = 100;

const SENT = new Map<string, readonly X509Certificate[]>();

/**
 * What the server sent, in its order. Node (20 to 24) never frees the certificates of a chain that it was asked for
 * (`X509Certificate::New` keeps copies and drops the originals), which adds up in a run that watches for days. So a chain
 * is asked for once, and known again by its leaf and all that links to it; of what is no link, and of the order, the
 * first answer is believed.
 */
export function presentedOn(secured: TLSSocket): readonly X509Certificate[] {
  const linked = linkedOn(secured);
  const known = SENT.get(linked);
  if (known !== undefined) return known;
  const sent = sentOn(secured);
  if (SENT.size >= MOST_REMEMBERED) SENT.clear();
  SENT.set(linked, sent);
  return sent;
}

/** Fingerprints of the one chain that Node makes of what was sent; what is no link of it is left out. */
function linkedOn(secured: TLSSocket): string {
  const links: string[] = [];
  let next: Partial<DetailedPeerCertificate> | undefined = secured.getPeerCertificate(true);
  while (next?.fingerprint256 !== undefined && !links.includes(next.fingerprint256)) {
    links.push(next.fingerprint256);
    next = next.issuerCertificate;
  }
  return links.join(" ");
}

/** Asking takes the certificates out of the socket: it is done once. */
function sentOn(secured: TLSSocket): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let next = secured.getPeerX509Certificate();
  while (next !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}
