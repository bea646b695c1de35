import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { type Issued, privateKeyOf } from "./certificates.ts";
import { startTlsPeer } from "./peer.ts";

/** A chain, and the authorities by which it is judged. */
type Question = { readonly chain: readonly [Issued, ...Issued[]]; readonly store: readonly Issued[] };

/** What Node says of a chain that a server on loopback presents: the code of its error, or `trusted`. */
export async function askNode({ chain, store }: Question): Promise<string> {
  const credentials = { cert: joined(chain), key: await privateKeyOf(chain[0]) };
  const socket = tls.connect({
    host: "127.0.0.1",
    port: await startTlsPeer(credentials, () => undefined),
    ca: store.map(({ pem }) => pem),
    checkServerIdentity: () => undefined,
    rejectUnauthorized: false,
  });
  await once(socket, "secureConnect");
  const error: unknown = socket.authorizationError;
  socket.destroy();
  return error instanceof Error && "code" in error ? String(error.code) : String(error ?? "trusted");
}

/** Whether a program is installed. */
export function isInstalled(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

/** What `openssl verify` says, for which an authority of the store need be no root: the number of its first error, or `OK`. */
export function askOpenssl({ chain, store }: Question): Promise<string> {
  return inScratch((scratch) => {
    const files = { chain: join(scratch, "chain.pem"), store: join(scratch, "store.pem") };
    writeFileSync(files.chain, joined(chain));
    writeFileSync(files.store, joined(store));
    const words = `verify -no-CApath -no-CAstore -CAfile ${files.store} -untrusted ${files.chain} -purpose sslserver`;
    return new Promise((resolve) => {
      execFile(
        "openssl",
        [...words.split(" "), "-partial_chain", "-auth_level", "1", files.chain],
        (error, _, stderr) => {
          resolve(error === null ? "OK" : (/^error (\d+) at/m.exec(stderr)?.[1] ?? stderr));
        },
      );
    });
  });
}

/** Asks a JVM about many chains at once: whether it trusts each. */
export function askJvm(questions: readonly Question[]): Promise<readonly boolean[]> {
  return inScratch((scratch) => {
    questions.forEach(({ chain, store }, index) => {
      writeFileSync(join(scratch, `${index}.chain`), joined(chain));
      writeFileSync(join(scratch, `${index}.store`), joined(store));
    });
    const source = join(scratch, "Verify.java");
    writeFileSync(source, VERIFY_JAVA);
    return new Promise((resolve, reject) => {
      execFile("java", [source, scratch, `${questions.length}`], (error, stdout) => {
        if (error === null)
          resolve(
            stdout
              .trim()
              .split("\n")
              .map((line) => line === "trusted"),
          );
        else reject(error);
      });
    });
  });
}

const VERIFY_JAVA = `
import java.io.FileInputStream;
import java.security.KeyStore;
import java.security.cert.*;
import javax.net.ssl.*;

public class Verify {
  public static void main(String[] words) throws Exception {
    for (int i = 0; i < Integer.parseInt(words[1]); i++) System.out.println(verdictOn(words[0] + "/" + i));
  }

  static String verdictOn(String path) throws Exception {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (Certificate each : factory.generateCertificates(new FileInputStream(path + ".store"))) {
      store.setCertificateEntry("authority" + count++, each);
    }
    X509Certificate[] chain =
        factory.generateCertificates(new FileInputStream(path + ".chain")).toArray(new X509Certificate[0]);
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(store);
    try {
      ((X509TrustManager) managers.getTrustManagers()[0]).checkServerTrusted(chain, "ECDHE_ECDSA");
      return "trusted";
    } catch (Exception untrusted) {
      return "untrusted";
    }
  }
}
`;

function joined(certificates: readonly Issued[]): string {
  return certificates.map(({ pem }) => `${pem}\n`).join("");
}

async function inScratch<T>(work: (scratch: string) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), "proxy-doctor-"));
  return work(scratch).finally(() => rmSync(scratch, { recursive: true }));
}
