import type { SeenTrustStore, TrustStoreId, TrustStoreKind } from "../../model/trust.ts";

/** What a client finds at a path, as far as anyone can tell; `absent` is also what is of the other kind. */
export type Holding = "authorities" | "no-authorities" | "absent" | "unknown";

/** How a client reads what it finds at a path. */
export type ReadAs = "file" | "directory" | "keystore";

/** The stores of a machine, as the models of clients ask for them. */
export type MachineStores = {
  /** What a client finds that reads a path in one way. */
  readonly holding: (path: string, as: ReadAs) => Holding;
  /** The first of some paths at which a store is. */
  readonly first: (paths: readonly string[]) => TrustStoreId | undefined;
  /** All of some paths at which stores are. */
  readonly among: (paths: readonly string[]) => readonly TrustStoreId[];
  /** Stores of a kind whose path is such. */
  readonly such: (kind: TrustStoreKind, path: RegExp) => readonly TrustStoreId[];
};

/** Where systems keep their own authorities in one file, in the order in which Go looks (`crypto/x509/root_linux.go`). */
export const SYSTEM_BUNDLES: readonly string[] = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** Where systems keep them one a file. */
const SYSTEM_DIRECTORIES: readonly string[] = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

/** Debian's, which joins the files of its directory in one. */
const DEBIAN_BUNDLE = "/etc/ssl/certs/ca-certificates.crt";

/** The system's bundle, where one is seen. */
export function systemBundle(machine: MachineStores): readonly TrustStoreId[] {
  const bundle = machine.first(SYSTEM_BUNDLES);
  return bundle === undefined ? [] : [bundle];
}

/** The system's directories to who reads every file of them, bundles too. */
export function wholeDirectories(machine: MachineStores): readonly TrustStoreId[] {
  const within = SYSTEM_BUNDLES.filter((path) =>
    SYSTEM_DIRECTORIES.some((each) => path.startsWith(`${each}/`)),
  );
  return machine.among([...SYSTEM_DIRECTORIES, ...within]);
}

/**
 * The system's directories to who looks for the hash of a subject's name, as OpenSSL does. Where Debian's is not seen
 * itself, the bundle stands for it: both hold the same authorities.
 */
export function hashedDirectories(machine: MachineStores): readonly TrustStoreId[] {
  const seen = machine.among(SYSTEM_DIRECTORIES);
  return seen.length > 0 ? seen : machine.among([DEBIAN_BUNDLE]);
}

/** Opens what was seen of a machine's stores to questions. */
export function machineStores(seen: readonly SeenTrustStore[]): MachineStores {
  const byPath = new Map(seen.map((store) => [store.id, store]));
  const isThere = (path: string) => {
    const store = byPath.get(path);
    return store !== undefined && !("unreadable" in store && store.found !== undefined);
  };
  return {
    holding: (path, as) => {
      const store = byPath.get(path);
      if (store === undefined) return "unknown";
      const isOther = (store.kind === "directory") !== (as === "directory");
      if (isOther) return "absent";
      const isReadable = store.kind === "directory" || (store.kind === "keystore") === (as === "keystore");
      const found = "found" in store ? store.found : undefined;
      if (!isReadable) return found ?? "no-authorities";
      if ("authorities" in store) return store.authorities > 0 ? "authorities" : "no-authorities";
      return found ?? "unknown";
    },
    first: (paths) => paths.find(isThere),
    among: (paths) => paths.filter(isThere),
    such: (kind, path) =>
      seen
        .filter((store) => store.kind === kind && path.test(store.id) && isThere(store.id))
        .map(({ id }) => id),
  };
}
