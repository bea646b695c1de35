import { NODE_STORE, type SeenTrustStore, type TrustStoreId } from "../../../src/model/trust.ts";

/** Where Debian keeps the machine's own authorities. */
export const BUNDLE = "/etc/ssl/certs/ca-certificates.crt";
export const DIRECTORY = "/etc/ssl/certs";
export const CACERTS = "/etc/ssl/certs/java/cacerts";

const NAMES = [
  "file",
  "other",
  "directory",
  "keystore",
  "intermediate",
  "intermediateKeystore",
  "empty",
  "missing",
] as const;

/**
 * Paths that settings of a case may name. An authority of its own is in `file`, `other`, `directory` and `keystore`,
 * one that is no root, without its issuer, in `intermediate` and `intermediateKeystore`; `empty` holds none.
 */
export type Named = Readonly<Record<(typeof NAMES)[number], string>>;

export function namedIn(folder: string): Named {
  return Object.fromEntries(NAMES.map((name) => [name, `${folder}/${name}`])) as Named;
}

/** What is seen of a machine with these stores, and with the bundles that come with packages of Python's. */
export function seenWith(named: Named, python: readonly TrustStoreId[]): readonly SeenTrustStore[] {
  const holding = (kind: SeenTrustStore["kind"]) => (id: string) => ({ id, kind, authorities: 1 });
  const { file, other, directory, intermediate, keystore, intermediateKeystore, empty, missing } = named;
  // To what takes one file, a list of paths is the path of none.
  const absent = [missing, `${file}:${other}`, `${missing}:${directory}`];
  return [
    { id: NODE_STORE, kind: "built-in", authorities: 1 },
    ...[BUNDLE, file, other, intermediate, ...python].map(holding("bundle")),
    ...[CACERTS, keystore, intermediateKeystore].map(holding("keystore")),
    ...[DIRECTORY, directory].map(holding("directory")),
    { id: empty, kind: "bundle", unreadable: "is empty", found: "no-authorities" },
    ...absent.map((id) => ({ id, kind: "bundle", unreadable: "is not there", found: "absent" }) as const),
  ];
}
