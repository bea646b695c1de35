import type { X509Certificate } from "node:crypto";
import type { TrustFault, TrustVerdict } from "../model/trust.ts";
import type { Authorities } from "./authorities.ts";
import { DIGITAL_SIGNATURE, KEY_AGREEMENT, KEY_ENCIPHERMENT } from "./certificate-fields.ts";
import { isIssuedBy, type Link, linkOf } from "./link.ts";

/** No chain that works has so many links. */
const LONGEST_PATH = 12;

/** So many links are followed in all, whatever a chain is made of: its certificates may all have issued one another. */
const MOST_STEPS = 200;

/** `serverAuth`, and its like of Netscape's and Microsoft's, which OpenSSL takes too (RFC 5280, 4.2.1.12). */
const FOR_SERVERS = ["1.3.6.1.5.5.7.3.1", "2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.10.3.3"];

const USABLE_IN_TLS = DIGITAL_SIGNATURE | KEY_ENCIPHERMENT | KEY_AGREEMENT;

/**
 * The shortest RSA key, in bits, that is let pass: what a JVM (`jdk.certpath.disabledAlgorithms`), Go from 1.24 on
 * and OpenSSL at its security level 1 demand. Level 2 demands 2048: that of OpenSSL from 3.2 on, and of Debian's and
 * Ubuntu's. Which is in force cannot be told from outside, so that a key between is no fault.
 */
const SHORTEST_RSA = 1024;

type Search = {
  readonly presented: readonly Link[];
  readonly authorities: Authorities;
  readonly at: number;
  steps: number;
};

/**
 * What a store says of a chain at a time. Of all paths from the leaf, through what was presented and what the store
 * holds, to an authority of the store, the best one counts, as it does to Go, Java and GnuTLS; OpenSSL follows one.
 *
 * Judged as OpenSSL judges it: dates, authority, length of the path and usage of every link. Not judged: names,
 * constraints of names, policies, revocation, the strength of signatures.
 *
 * @param presented as the server sent it, the leaf first, the others in any order; not empty
 */
export function verifyChain(
  presented: readonly [X509Certificate, ...X509Certificate[]],
  authorities: Authorities,
  at: Date,
): TrustVerdict {
  const [leaf, ...others] = presented;
  const search = { presented: others.map(linkOf), authorities, at: at.getTime(), steps: 0 };
  return follow([linkOf(leaf)], search);
}

type Path = readonly [Link, ...Link[]];

function follow(path: Path, search: Search): TrustVerdict {
  const last = path.at(-1) ?? path[0];
  const isAnchor = search.authorities.hold(last);
  if (isAnchor && last.isSelfIssued) return faultOf(path, search) ?? "trusted";
  let best: TrustVerdict = isAnchor ? (faultOf(path, search) ?? "trusted-intermediate") : brokenOff(path);
  for (const issuer of issuersOf(path, last, search)) {
    const verdict = follow([...path, issuer], search);
    if (RANKS[verdict] > RANKS[best]) best = verdict;
    if (best === "trusted") return best;
  }
  return best;
}

/** Of two paths, the one that comes nearer to trust says more. */
const RANKS: Readonly<Record<TrustVerdict, number>> = {
  trusted: 4,
  "trusted-intermediate": 3,
  expired: 2,
  "not-yet-valid": 2,
  "not-an-authority": 2,
  "not-for-servers": 2,
  "weak-key": 2,
  "unknown-root": 1,
  "self-signed": 1,
  "unknown-issuer": 0,
};

/** The store's authorities come first: of a root that is presented, the store may hold a newer one. */
function issuersOf(path: Path, last: Link, search: Search): readonly Link[] {
  if (path.length >= LONGEST_PATH) return [];
  const candidates = [
    ...search.authorities.named(last.issuer),
    ...search.presented.filter(({ subject }) => subject === last.issuer),
  ];
  const tried = new Set(path.map(({ sha256 }) => sha256));
  return candidates.filter(({ sha256, certificate }) => {
    if (tried.has(sha256)) return false;
    tried.add(sha256);
    search.steps++;
    return search.steps <= MOST_STEPS && isIssuedBy(last.certificate, certificate);
  });
}

function brokenOff(path: Path): TrustFault {
  if (path.at(-1)?.isSelfIssued !== true) return "unknown-issuer";
  return path.length === 1 ? "self-signed" : "unknown-root";
}

/** What is wrong with a path that leads to an authority, in the order in which OpenSSL looks. */
function faultOf(path: Path, { authorities, at }: Search): TrustFault | undefined {
  if (!path.every(mayIssue)) return "not-an-authority";
  if (!isUsableInTls(path[0]) || !path.every(isForServers)) return "not-for-servers";
  if (path.some(hasWeakKey)) return "weak-key";
  const dated = authorities.areTimeless && path.length > 1 ? path.slice(0, -1) : path;
  // A date that cannot be read is none that has come, or one that is over.
  if (!dated.every(({ from }) => from <= at)) return "not-yet-valid";
  return dated.every(({ to }) => at <= to) ? undefined : "expired";
}

/** The leaf issues nothing. A root of version 1 has no way to say that it may. */
function mayIssue(
  { certificate, fields, isSelfIssued }: Link,
  index: number,
  path: readonly Link[],
): boolean {
  if (index === 0) return true;
  const isOldRoot = index === path.length - 1 && isSelfIssued && fields.isVersion1;
  if (!certificate.ca && !isOldRoot) return false;
  const between = path.slice(1, index).filter((each) => !each.isSelfIssued).length;
  return between <= (fields.pathLength ?? Number.POSITIVE_INFINITY);
}

function isUsableInTls({ fields: { keyUsage = USABLE_IN_TLS } }: Link): boolean {
  return (keyUsage & USABLE_IN_TLS) !== 0;
}

/** `keyUsage` of `X509Certificate` is the extended one. An authority's binds whom it vouches for. */
function isForServers({ certificate }: Link): boolean {
  const usages: readonly string[] | undefined = certificate.keyUsage;
  return usages === undefined || usages.some((usage) => FOR_SERVERS.includes(usage));
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
