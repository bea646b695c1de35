import type { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import {
  GIVEN_STORE,
  NODE_STORE,
  type Trust,
  type TrustFault,
  type TrustStore,
  type TrustVerdict,
} from "../../model/trust.ts";
import { type Authorities, authoritiesOf, rememberingParse } from "./authorities.ts";
import { verifyChain } from "./verify-chain.ts";

/** The authorities that Node is built with. */
export const NODE_AUTHORITIES: TrustStore = {
  id: NODE_STORE,
  kind: "built-in",
  certificates: rootCertificates,
};

/** What all stores say of a chain, and what is wrong with it by Node's own authorities and those given together. */
export type Judgement = { readonly trust: Trust; readonly untrusted?: TrustFault };

/** Judges a chain, the leaf first, at a time. */
export type ChainJudge = (chain: readonly X509Certificate[], at: Date) => Judgement;

/** A verdict holds so long, in milliseconds: dates of certificates are to the second, and nobody measures for hours. */
const LASTING = 60_000;

/** All that this process has read: authorities are few, and the same in most stores. */
const parse = rememberingParse();
const OPENED = new WeakMap<TrustStore, Authorities>();

function opened(store: TrustStore): Authorities {
  const authorities = OPENED.get(store) ?? authoritiesOf(store, parse);
  OPENED.set(store, authorities);
  return authorities;
}

/** A judge by some stores and Node's own. One and the same chain, of which a run sees many, is judged once. */
export function openChainJudge(stores: readonly TrustStore[]): ChainJudge {
  const asked = [NODE_AUTHORITIES, ...stores].map((store) => [store.id, opened(store)] as const);
  const given = stores.filter(({ id }) => id === GIVEN_STORE).flatMap(({ certificates }) => certificates);
  const ours =
    given.length === 0
      ? opened(NODE_AUTHORITIES)
      : authoritiesOf({ kind: "bundle", certificates: [...rootCertificates, ...given] }, parse);
  const known = new Map<string, Judgement>();
  return (chain, at) => {
    const minute = Math.floor(at.getTime() / LASTING);
    const key = `${minute} ${chain.map(({ fingerprint256 }) => fingerprint256).join(" ")}`;
    const judgement = known.get(key) ?? judge(chain, at, asked, ours);
    known.set(key, judgement);
    return judgement;
  };
}

function judge(
  [leaf, ...others]: readonly X509Certificate[],
  at: Date,
  stores: readonly (readonly [string, Authorities])[],
  ours: Authorities,
): Judgement {
  if (leaf === undefined) return { trust: {}, untrusted: "unknown-issuer" };
  const chain = [leaf, ...others] as const;
  const trust = Object.fromEntries(
    stores.map(([id, authorities]) => [id, verifyChain(chain, authorities, at)] as const),
  );
  const fault = faultIn(verifyChain(chain, ours, at));
  return { trust, ...(fault === undefined ? {} : { untrusted: fault }) };
}

/** Node wants a root: an authority whose own issuer it does not know is none to it. */
function faultIn(verdict: TrustVerdict): TrustFault | undefined {
  switch (verdict) {
    case "trusted":
      return undefined;
    case "trusted-intermediate":
      return "unknown-issuer";
    default:
      return verdict;
  }
}
