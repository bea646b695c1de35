import type { Environment, Variable } from "../../model/client.ts";
import type { GoesBy, TrustStoreId } from "../../model/trust.ts";
import type { MachineStores, ReadAs } from "./machine-stores.ts";

/** The authorities that a client goes by, and the settings that say so. */
export type TrustChoice = GoesBy & { readonly because: readonly Variable[] };

/** How a client chooses its authorities, and what it is content with. */
export type TrustModel = {
  /** @param version of the program or library, as it prints it; a usual one where it is left out */
  readonly choose: (environment: Environment, machine: MachineStores, version?: string) => TrustChoice;
  /** Whether it stops at an authority of its stores that is no root, and whose own issuer it does not know. */
  readonly stopsAtIntermediate: (version?: string) => "yes" | "no" | "unknown";
};

/** The authorities of all these stores together. */
export function goesBy(stores: readonly TrustStoreId[], ...because: readonly Variable[]): TrustChoice {
  return { stores: [...new Set(stores)], because };
}

/** The authorities of a system's own stores; where none is seen, nobody can tell. */
export function bySystem(stores: readonly TrustStoreId[], ...because: readonly Variable[]): TrustChoice {
  return stores.length === 0 ? { unknown: "not-found", because } : goesBy(stores, ...because);
}

/** A file that is all that a client goes by: where nobody knows what it holds, nobody can tell. */
export function onlyBy(
  machine: MachineStores,
  path: string,
  as: ReadAs,
  ...because: readonly Variable[]
): TrustChoice {
  const holding = machine.holding(path, as);
  if (holding === "unknown") return { unknown: "not-found", because };
  return goesBy(holding === "authorities" ? [path] : [], ...because);
}

/** What a file or a directory adds to others: nothing, where it is known to hold nothing. */
export function added(machine: MachineStores, path: string, as: ReadAs): readonly TrustStoreId[] {
  const holding = machine.holding(path, as);
  return holding === "authorities" || holding === "unknown" ? [path] : [];
}

/** What the directories of a list add, parted as OpenSSL and Go do it. */
export function addedOf(machine: MachineStores, list: string): readonly TrustStoreId[] {
  const paths = list.split(":").filter(Boolean);
  return paths.flatMap((path) => added(machine, path, "directory"));
}
