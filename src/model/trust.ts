import type { ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";

/** Names a store of authorities: its path, `node` for those built into Node, `--ca-file` for those named to us. */
export type TrustStoreId = string;

/** Authorities that a TLS stack trusts. `certificates` are PEM, one a string; they enter no report. */
export type TrustStore = {
  readonly id: TrustStoreId;
  readonly kind: TrustStoreKind;
  readonly certificates: readonly string[];
};

/** The id of the authorities that Node is built with. */
export const NODE_STORE: TrustStoreId = "node";

/** The id of the authorities that are named to us on the command line, or that a lab's world is vouched for by. */
export const GIVEN_STORE: TrustStoreId = "--ca-file";

/** Authorities (PEM, one a string) that are to be trusted besides Node's own. */
export function givenStore(certificates: readonly string[]): TrustStore {
  return { id: GIVEN_STORE, kind: "bundle", certificates };
}

/** How a store is kept: within a program, as a file of PEM, as a directory of such files, as a Java keystore. */
export type TrustStoreKind = "built-in" | "bundle" | "directory" | "keystore";

/** A store as a report names it: how many authorities it holds, or why it could not be read. */
export type SeenTrustStore = { readonly id: TrustStoreId; readonly kind: TrustStoreKind } & (
  | { readonly authorities: number }
  | { readonly unreadable: string }
);

/** A store without its certificates. */
export function seenStore({ id, kind, certificates }: TrustStore): SeenTrustStore {
  return { id, kind, authorities: certificates.length };
}

/** Why a chain is not trusted, apart from the name it is for. */
export const TRUST_FAULTS = [
  "self-signed",
  "unknown-root",
  "unknown-issuer",
  "expired",
  "not-yet-valid",
  "not-an-authority",
  "not-for-servers",
  "weak-key",
] as const;
/** The name of such a cause. */
export type TrustFault = (typeof TRUST_FAULTS)[number];

/**
 * What a store says of a chain. `trusted-intermediate`: it leads to an authority in the store that is no root, and
 * whose own issuer is not there; curl, Go and Java are content with that, others are not.
 */
export type TrustVerdict = "trusted" | "trusted-intermediate" | TrustFault;

/** What each store says of one chain. */
export type Trust = Readonly<Record<TrustStoreId, TrustVerdict>>;

/** The authorities that one component goes by: those of all its `stores`, or nobody can tell. */
export type TrustDecision = {
  readonly component: ComponentId;
  readonly client: ClientName;
  /** The setting that names a store, where one does. */
  readonly because: readonly { readonly setting: string; readonly source: string }[];
} & ({ readonly stores: readonly TrustStoreId[] } | { readonly unknown: "in-a-container" | "not-found" });
