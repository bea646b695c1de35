import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SeenTrustStore, TrustStoreId } from "../../../src/model/trust.ts";
import { printed } from "../subject.ts";
import { BUNDLE, CACERTS, DIRECTORY, type Named, namedIn, seenWith } from "./named.ts";
import { type Authority, makeAuthority, type Server, startServer } from "./servers.ts";

const run = promisify(execFile);

const PASSWORD = "changeit";
const YESTERDAY = new Date(Date.now() - 24 * 3600 * 1000);

/** A machine each of whose stores holds one authority, and the servers that these have signed for. */
export type Stores = {
  readonly folder: string;
  readonly named: Named;
  readonly seen: readonly SeenTrustStore[];
  /** The bundles that come with packages of Python's. */
  readonly bundles: readonly TrustStoreId[];
  /** The server that is trusted by whoever goes by a store. */
  readonly servers: ReadonlyMap<TrustStoreId, Server>;
  readonly viaIntermediate: Server;
  /** Servers of the authority of `file` and `keystore` that nobody may trust all the same. */
  readonly flawed: { readonly wrongName: Server; readonly expired: Server };
  readonly close: () => Promise<void>;
};

/** Puts stores of ours over the machine's own, which nobody sees but who runs in this enclosure. */
export async function layOut(python: string): Promise<Stores> {
  const folder = await mkdtemp(join(tmpdir(), "conformance-trust-"));
  const named = namedIn(folder);
  const { bundles, certifi } = await bundlesOf(python);
  const ids = [BUNDLE, DIRECTORY, CACERTS, named.file, named.other, named.directory, named.keystore];
  const authorities = new Map<TrustStoreId, Authority>();
  for (const id of certifi === undefined ? ids : [...ids, certifi]) {
    authorities.set(id, await makeAuthority(`Authority ${authorities.size}`));
  }
  const intermediate = await makeAuthority("Intermediate", await makeAuthority("Root of none"));
  const authorityOf = (id: TrustStoreId) => authorities.get(id) ?? intermediate;

  await fill(named, authorityOf, intermediate);
  const covers = await coverSystem(join(folder, "system"), authorityOf, certifi);
  const servers = new Map<TrustStoreId, Server>();
  for (const [id, authority] of authorities) servers.set(id, await startServer(authority));
  const viaIntermediate = await startServer(intermediate);
  const flawed = {
    wrongName: await startServer(authorityOf(named.file), { name: "other.example" }),
    expired: await startServer(authorityOf(named.file), { validTo: YESTERDAY }),
  };
  return {
    folder,
    named,
    seen: seenWith(named, bundles),
    bundles,
    servers,
    viaIntermediate,
    flawed,
    close: async () => {
      for (const path of covers.toReversed()) await run("umount", [path]);
      for (const server of [...servers.values(), viaIntermediate, ...Object.values(flawed)]) server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type AuthorityOf = (id: TrustStoreId) => Authority;

async function fill(named: Named, authorityOf: AuthorityOf, intermediate: Authority): Promise<void> {
  await writeFile(named.file, authorityOf(named.file).cert);
  await writeFile(named.other, authorityOf(named.other).cert);
  await writeFile(named.intermediate, intermediate.cert);
  await writeFile(named.empty, "");
  await makeDirectory(named.directory, authorityOf(named.directory));
  await makeKeystore(named.keystore, authorityOf(named.keystore));
  await makeKeystore(named.intermediateKeystore, intermediate);
}

/** The paths that are covered now. */
async function coverSystem(
  system: string,
  authorityOf: AuthorityOf,
  certifi: string | undefined,
): Promise<readonly string[]> {
  await makeDirectory(system, authorityOf(DIRECTORY));
  await writeFile(join(system, "ca-certificates.crt"), authorityOf(BUNDLE).cert);
  await mkdir(join(system, "java"));
  await makeKeystore(join(system, "java/cacerts"), authorityOf(CACERTS));
  await run("mount", ["--bind", system, DIRECTORY]);
  if (certifi === undefined) return [DIRECTORY];
  const bundle = `${system}.pem`;
  await writeFile(bundle, authorityOf(certifi).cert);
  await run("mount", ["--bind", bundle, certifi]);
  return [DIRECTORY, certifi];
}

/** A directory as OpenSSL looks into it, by the hash of a subject's name. */
async function makeDirectory(path: string, authority: Authority): Promise<void> {
  await mkdir(path);
  await writeFile(join(path, "authority.pem"), authority.cert);
  await run("openssl", ["rehash", path]);
}

/** In the form that needs no password to be read. Without a JVM none is needed. */
async function makeKeystore(path: string, authority: Authority): Promise<void> {
  if ((await printed(["java", "-version"], /(\d)/)) === undefined) return;
  const pem = `${path}.imported`;
  await writeFile(pem, authority.cert);
  const store = ["-keystore", path, "-storetype", "JKS", "-storepass", PASSWORD];
  await run("keytool", ["-importcert", "-noprompt", ...store, "-alias", "authority", "-file", pem]);
}

/** The bundles that come with packages of Python's, and which of them certifi goes by; Debian's goes by none. */
async function bundlesOf(
  python: string,
): Promise<{ bundles: readonly string[]; certifi: string | undefined }> {
  const found = await printed([python, "-c", FIND_BUNDLES], /^((?:\/.*\n)*)/);
  const bundles = (found ?? "").split("\n").filter(Boolean);
  const certifi = await printed([python, "-c", "import certifi; print(certifi.where())"], /^(\/\S+)/);
  return { bundles, certifi: bundles.find((path) => path === certifi) };
}

const FIND_BUNDLES = `
import os
for name in ("botocore", "certifi"):
    try:
        path = os.path.join(os.path.dirname(__import__(name).__file__), "cacert.pem")
    except ImportError:
        continue
    if os.path.exists(path):
        print(path)
`;
