import type { X509Certificate } from "node:crypto";
import type { TrustFault, TrustVerdict } from "../../model/trust.ts";
import type { Authorities } from "./authorities.ts";
import { isIssuedBy, type Link, linkOf } from "./link.ts";
import { faultOf, type Path } from "./path-fault.ts";

/** No chain that works has so many links. */
const LONGEST_PATH = 12;

/** So many links are followed in all, whatever a chain is made of: its certificates may all have issued one another. */
const MOST_STEPS = 200;

type Search = {
  readonly presented: readonly Link[];
  readonly authorities: Authorities;
  readonly at: number;
  steps: number;
};

/**
 * What a store says of a chain at a time. Of all paths from the leaf, through what was presented and what the store
 * holds, to an authority of the store, the best one counts, as it does to Go; OpenSSL and Java follow one.
 *
 * Judged are dates, authority, length of the path, usage and keys, by the rules of those who read such a store. Not
 * judged are the host's name, constraints of names, policies, revocation, and how strong signatures are.
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

function follow(path: Path, search: Search): TrustVerdict {
  const last = path.at(-1) ?? path[0];
  const { hold, rules } = search.authorities;
  const isAnchor = hold(last);
  const fault = isAnchor ? faultOf(path, rules, search.at) : brokenOff(path);
  let best: TrustVerdict = fault ?? (last.isSelfIssued ? "trusted" : "trusted-intermediate");
  if (isAnchor && last.isSelfIssued) return best;
  for (const issuer of issuersOf(path, last, isAnchor, search)) {
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

/**
 * The store's authorities come first: of a root that is presented, the store may hold a newer one. Above an authority
 * of the store, what was presented counts no more.
 */
function issuersOf(path: Path, last: Link, isAnchor: boolean, search: Search): readonly Link[] {
  if (path.length >= LONGEST_PATH) return [];
  const candidates = [
    ...search.authorities.named(last.issuer),
    ...(isAnchor ? [] : search.presented.filter(({ subject }) => subject === last.issuer)),
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
