import type { X509Certificate } from "node:crypto";
import { checkServerIdentity, type PeerCertificate } from "node:tls";
import type { Certificate } from "../../model/phase.ts";
import { scrub } from "../../model/redact.ts";
import { harmless } from "../../model/secret-patterns.ts";

/** A certificate may hold thousands of names. */
const LONGEST_NAME = 1000;

/**
 * What a report keeps of a certificate; all of it is text of a stranger's, and is made safe to show. Nothing is asked
 * of `toLegacyObject`: on Node 24, a malformed certificate crashes it, and the process with it.
 */
export function recordOf(certificate: X509Certificate): Certificate {
  const { subject, issuer, subjectAltName, validFrom, validTo } = certificate;
  const issuerAt = issuerAtOf(certificate);
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    names: short(subjectAltName ?? ""),
    validFrom: isoTime(validFrom),
    validTo: isoTime(validTo),
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

/** Whether a certificate is for a host, a name or an address. */
export function isFor(host: string, { subject, subjectAltName = "" }: X509Certificate): boolean {
  const CN = attributesOf(subject).flatMap(([type, value]) => (type === "CN" ? [value] : []));
  // Of the legacy form of a certificate, no more is looked at.
  const legacy = { subject: { CN }, subjectaltname: subjectAltName } as unknown as PeerCertificate;
  return checkServerIdentity(host, legacy) === undefined;
}

function nameOf(name: string | undefined): string {
  return short(
    attributesOf(name)
      .map(([type, value]) => `${type}=${value}`)
      .join(", "),
  );
}

/** The parts of a name, of which `X509Certificate` gives one a line, escaped as in RFC 2253, 2.4; an empty one is missing. */
function attributesOf(name: string | undefined): readonly (readonly [string, string])[] {
  return (name ?? "").split("\n").flatMap((line) => {
    const equals = line.indexOf("=");
    return equals < 0 ? [] : [[line.slice(0, equals), unescaped(line.slice(equals + 1))] as const];
  });
}

function unescaped(value: string): string {
  return value.replace(/\\(?:([0-9A-F]{2})|(.))/g, (_, hex?: string, character?: string) =>
    hex === undefined ? (character ?? "") : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function short(text: string): string {
  return harmless(text.slice(0, LONGEST_NAME));
}

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? scrub(text) : time.toISOString();
}
