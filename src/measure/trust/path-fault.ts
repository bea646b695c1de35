import type { TrustFault, TrustStoreKind } from "../../model/trust.ts";
import { KEY_USAGES } from "./certificate-fields.ts";
import type { Link } from "./link.ts";

/** A way from a leaf up to an authority, each issued by the next. */
export type Path = readonly [Link, ...Link[]];

/** What is asked of a path by those who read a store. */
export type PathRules = {
  /** Dates, length of the path and purposes of the authority itself count, and purposes of those beneath it. */
  readonly bindAuthorities: boolean;
  /** Extended key usages that a server's certificate may have, if it has any (RFC 5280, 4.2.1.12). */
  readonly forServers: readonly string[];
};

const SERVER = "1.3.6.1.5.5.7.3.1";
const ANY = "2.5.29.37.0";
/** Older names of `serverAuth`, Netscape's and Microsoft's. */
const OLD_SERVER = ["2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.10.3.3"];

/**
 * Who reads a Java keystore is a JVM, which takes what is in it on its word; files of PEM are read by OpenSSL's rules
 * above all. Go holds to these too, but takes a certificate for anything as one for servers.
 */
export const RULES: Readonly<Record<TrustStoreKind, PathRules>> = (() => {
  const openssl: PathRules = { bindAuthorities: true, forServers: [SERVER, ...OLD_SERVER] };
  const jvm: PathRules = { bindAuthorities: false, forServers: [SERVER, ANY, ...OLD_SERVER] };
  return { "built-in": openssl, bundle: openssl, directory: openssl, keystore: jvm };
})();

const USABLE_IN_TLS = KEY_USAGES.digitalSignature | KEY_USAGES.keyEncipherment | KEY_USAGES.keyAgreement;

/**
 * The shortest RSA key, in bits, that is let pass: what a JVM (`jdk.certpath.disabledAlgorithms`), Go from 1.24 on
 * and OpenSSL at its security level 1 demand. Level 2 demands 2048: that of OpenSSL from 3.2 on, and of Debian's and
 * Ubuntu's. Which is in force cannot be told from outside, so that a key between is no fault.
 */
const SHORTEST_RSA = 1024;

/** What is wrong with a path that leads to an authority, at a time in milliseconds, in the order in which OpenSSL looks. */
export function faultOf(path: Path, rules: PathRules, at: number): TrustFault | undefined {
  const { bindAuthorities } = rules;
  const bound = bindAuthorities || path.length === 1 ? path : path.slice(0, -1);
  if (!path.every(mayIssue) || !bound.every(isShortEnough)) return "not-an-authority";
  const purposeful = bindAuthorities ? path : path.slice(0, 1);
  if (!isUsableInTls(path[0]) || !purposeful.every((each) => isForServers(each, rules))) {
    return "not-for-servers";
  }
  if (path.some(hasWeakKey)) return "weak-key";
  // A date that cannot be read is none that has come, or one that is over.
  if (!bound.every(({ from }) => from <= at)) return "not-yet-valid";
  return bound.every(({ to }) => at <= to) ? undefined : "expired";
}

/** The leaf issues nothing. A root of version 1 has no way to say that it may. */
function mayIssue(
  { certificate, fields, isSelfIssued }: Link,
  index: number,
  path: readonly Link[],
): boolean {
  return index === 0 || certificate.ca || (index === path.length - 1 && isSelfIssued && fields.isVersion1);
}

function isShortEnough({ fields }: Link, index: number, path: readonly Link[]): boolean {
  if (index === 0 || fields.pathLength === undefined) return true;
  // One that renews itself, with another key, is no further one (RFC 5280, 6.1.4).
  return path.slice(1, index).filter(({ subject, issuer }) => subject !== issuer).length <= fields.pathLength;
}

function isUsableInTls({ fields: { keyUsage = USABLE_IN_TLS } }: Link): boolean {
  return (keyUsage & USABLE_IN_TLS) !== 0;
}

/** `keyUsage` of `X509Certificate` is the extended one. */
function isForServers({ certificate }: Link, { forServers }: PathRules): boolean {
  const usages: readonly string[] | undefined = certificate.keyUsage;
  return usages === undefined || usages.some((usage) => forServers.includes(usage));
}

function hasWeakKey({ certificate }: Link): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const isRsa = asymmetricKeyType === "rsa" || asymmetricKeyType === "rsa-pss";
    return isRsa && (asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA;
  } catch {
    return false;
  }
}
