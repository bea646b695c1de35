import type { ClientName } from "./client.ts";
import type { ComponentId } from "./component.ts";

/** Names a store of authorities: its path, `node` for those built into Node, `--ca-file` for those named to us. */
export type TrustStoreId = string;

/** Authorities that a TLS stack trusts. `certificates` are PEM, one a string; they enter no report. */
export type TrustStore = {
  readonly id: TrustStoreId;
  /** How it is kept. */
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

/**
 * A store as a report names it: how many authorities it holds, or why it could not be read. `found` says what is known
 * all the same: a setting names it and nothing is there, or what is there holds no authority.
 */
export type SeenTrustStore = {
  readonly id: TrustStoreId;
  /** How it is kept. */
  readonly kind: TrustStoreKind;
} & (
  | {
      /** How many authorities it holds. */
      readonly authorities: number;
    }
  | {
      /** Why it could not be read. */
      readonly unreadable: string;
      /** What is known of it all the same. */
      readonly found?: "absent" | "no-authorities";
    }
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

/** Why nobody can tell which authorities a component goes by. */
export type TrustUnknown = "in-a-container" | "not-found";

/**
 * The authorities that a client goes by: those of all its `stores` together, of none where there are none; those of one
 * of several, nobody can tell of which; none needed, since it takes any certificate; or nobody can tell.
 */
export type GoesBy =
  | {
      /** All of these count together; none: it accepts no certificate. */
      readonly stores: readonly TrustStoreId[];
    }
  | {
      /** One of these counts; nobody can tell which. */
      readonly oneOf: readonly TrustStoreId[];
    }
  | {
      /** It checks no certificate. */
      readonly takes: "any-certificate";
    }
  | {
      /** Why nobody can tell. */
      readonly unknown: TrustUnknown;
    };

/** The authorities that one component goes by. */
export type TrustDecision = {
  /** Whose authorities these are. */
  readonly component: ComponentId;
  /** The client whose rules it follows. */
  readonly client: ClientName;
  /** The settings that name stores, where some do. */
  readonly because: readonly {
    /** Name of the setting. */
    readonly setting: string;
    /** Where it stands: `path:line` or `environment`. */
    readonly source: string;
  }[];
} & GoesBy;

/** Why a component refuses a certificate. `no-authorities`: what it is to go by holds none, or is not there. */
export type Refusal = TrustFault | "wrong-name" | "no-authorities";

/** What a component makes of a certificate. `not-judged`: a store that it goes by says nothing of the chain. */
export type Acceptance =
  | { readonly says: "accepts" }
  | { readonly says: "refuses"; readonly why: Refusal }
  | { readonly says: "unknown"; readonly because: TrustUnknown | "not-judged" };
