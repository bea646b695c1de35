import { X509Certificate } from "node:crypto";
import { type CertificateFields, fieldsOf, KEY_USAGES } from "./certificate-fields.ts";

/** A certificate as a link of a chain, with what is asked of it again and again. */
export type Link = {
  readonly certificate: X509Certificate;
  readonly sha256: string;
  /** Names as they are compared: no difference of case or blanks counts (RFC 5280, 7.1). */
  readonly subject: string;
  readonly issuer: string;
  /** When it is valid, in milliseconds since 1970; `NaN` where that cannot be read. */
  readonly from: number;
  readonly to: number;
  /** Issued by who holds it: by its name and its key identifier, or by its name and its signature. */
  readonly isSelfIssued: boolean;
  readonly fields: CertificateFields;
};

const LINKS = new WeakMap<X509Certificate, Link>();
const ISSUED = new WeakMap<X509Certificate, WeakMap<X509Certificate, boolean>>();

/** The link that a certificate makes. */
export function linkOf(certificate: X509Certificate): Link {
  const known = LINKS.get(certificate);
  if (known !== undefined) return known;
  const { fingerprint256: sha256, subject, issuer, validFrom, validTo, raw } = certificate;
  const names = { subject: foldedName(subject), issuer: foldedName(issuer) };
  const link: Link = {
    certificate,
    sha256,
    ...names,
    from: Date.parse(validFrom),
    to: Date.parse(validTo),
    isSelfIssued: names.subject === names.issuer && isOwnIssuer(certificate),
    fields: fieldsOf(raw),
  };
  LINKS.set(certificate, link);
  return link;
}

/** A name in the form in which two are compared. Where it is empty, `X509Certificate` has none at all. */
export function foldedName(name: string | undefined): string {
  return (name ?? "").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * Whether one certificate was issued by another: by its name, its key identifier and its signature. One that may sign
 * no certificates has done so all the same; that it is no authority is another question.
 */
export function isIssuedBy(one: X509Certificate, other: X509Certificate): boolean {
  const known = ISSUED.get(one) ?? new WeakMap<X509Certificate, boolean>();
  ISSUED.set(one, known);
  const answer = known.get(other) ?? (isByName(one, other) && isSignedBy(one, other));
  known.set(other, answer);
  return answer;
}

function isByName(one: X509Certificate, other: X509Certificate): boolean {
  if (one.checkIssued(other)) return true;
  const { keyUsage = KEY_USAGES.keyCertSign } = linkOf(other).fields;
  return (keyUsage & KEY_USAGES.keyCertSign) === 0;
}

/** One whose usage is that of a server only has issued nothing but itself. */
function isOwnIssuer(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) || isSignedBy(certificate, certificate);
}

/** A key of a kind that OpenSSL does not know has signed nothing. */
function isSignedBy(one: X509Certificate, other: X509Certificate): boolean {
  try {
    return one.verify(other.publicKey);
  } catch {
    return false;
  }
}

/** A certificate from its PEM or DER; nothing where it is none. */
export function certificateFrom(encoded: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(encoded);
  } catch {
    return undefined;
  }
}
