import type { X509Certificate } from "node:crypto";
import type { PeerCertificate } from "node:tls";
import type { Certificate } from "../model/phase.ts";
import { scrub } from "../model/redact.ts";

/** A certificate may hold thousands of names. */
const LONGEST_NAME = 1000;

/** What a report keeps of a certificate; all of it is text of a stranger's, and is made safe to show. */
export function recordOf(certificate: X509Certificate): Certificate {
  const { subject, issuer, subjectaltname, valid_from, valid_to } = certificate.toLegacyObject();
  const issuerAt = issuerAtOf(certificate);
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    names: short(subjectaltname ?? ""),
    validFrom: isoTime(valid_from),
    validTo: isoTime(valid_to),
    sha256: certificate.fingerprint256,
    key: keyOf(certificate),
    ...(issuerAt === undefined ? {} : { issuerAt }),
  };
}

function keyOf(certificate: X509Certificate): string {
  try {
    const { asymmetricKeyType = "unknown", asymmetricKeyDetails: details } = certificate.publicKey;
    if (asymmetricKeyType === "ec") return `EC ${details?.namedCurve ?? ""}`.trim();
    return `${asymmetricKeyType.toUpperCase()} ${details?.modulusLength ?? ""}`.trim();
  } catch {
    return "unknown";
  }
}

/** The first address at which the issuer's certificate is offered (RFC 5280, 4.2.2.1). */
function issuerAtOf({ infoAccess }: X509Certificate): string | undefined {
  const [, url] = /^CA Issuers - URI:(.+)$/m.exec(infoAccess ?? "") ?? [];
  return url === undefined ? undefined : short(url);
}

function nameOf(name: PeerCertificate["subject"] | undefined): string {
  const parts = Object.entries(name ?? {}).map(([key, value]) => `${key}=${[value].flat().join("+")}`);
  return short(parts.join(", "));
}

function short(text: string): string {
  return scrub(text.slice(0, LONGEST_NAME));
}

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? scrub(text) : time.toISOString();
}
