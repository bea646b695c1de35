import type { SeenTrustStore, TrustStore, TrustStoreKind } from "../../model/trust.ts";
import type { FileRead, Machine } from "../machine.ts";
import { certificatesIn } from "./certificates-in.ts";

/** Where a store may lie. */
export type Place = {
  readonly path: string;
  readonly kind: "pem" | "keystore";
  /** The value of a setting, so that it is worth telling where nothing is there. */
  readonly isNamed: boolean;
};

/** A store, or why there is none where one should be. */
export type FoundStore = TrustStore | Extract<SeenTrustStore, { unreadable: string }>;

/** Most files of a directory that are read. */
const MOST_FILES = 1000;

/** Reads a store; nothing where there is none, and none was named. */
export async function readStore(machine: Machine, place: Place): Promise<FoundStore | undefined> {
  const { path, kind, isNamed } = place;
  if (!path.startsWith("/")) return { id: path, kind: "bundle", unreadable: "is no absolute path" };
  if (kind === "keystore") return storeFrom(place, "keystore", await machine.keystore(path));
  const read = await machine.read(path);
  if (read.kind === "text" || (read.kind === "absent" && !isNamed)) return storeFrom(place, "bundle", read);
  return (await readDirectory(machine, path)) ?? storeFrom(place, "bundle", read);
}

function storeFrom(
  { path: id, isNamed }: Place,
  kind: TrustStoreKind,
  read: FileRead,
): FoundStore | undefined {
  switch (read.kind) {
    case "text": {
      const certificates = certificatesIn(read.text);
      if (certificates.length > 0) return { id, kind, certificates };
      const reason = read.text.trim() === "" ? "is empty" : "holds no certificate in PEM form";
      return { id, kind, unreadable: reason, found: "no-authorities" };
    }
    case "absent":
      return isNamed ? { id, kind, unreadable: "is not there", found: "absent" } : undefined;
    case "unreadable":
      return { id, kind, unreadable: read.reason };
  }
}

/** OpenSSL takes no files of a directory but those that are called by the hash of their subject, as `4a6481c9.0`. */
const HASHED = /\/[0-9a-f]{8}\.\d{1,3}$/;

/** Where no file has such a name, all are read, as Go reads them. */
async function readDirectory(machine: Machine, path: string): Promise<FoundStore | undefined> {
  const listing = await machine.list(path);
  if (listing.kind !== "listed") return undefined;
  const hashed = listing.files.filter((file) => HASHED.test(file));
  const certificates = new Set<string>();
  for (const file of (hashed.length > 0 ? hashed : listing.files).slice(0, MOST_FILES)) {
    const read = await machine.read(file);
    if (read.kind === "text") for (const each of certificatesIn(read.text)) certificates.add(each);
  }
  return certificates.size > 0
    ? { id: path, kind: "directory", certificates: [...certificates] }
    : {
        id: path,
        kind: "directory",
        unreadable: "holds no certificate in PEM form",
        found: "no-authorities",
      };
}
