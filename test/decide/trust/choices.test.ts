import { describe, expect, test } from "vitest";
import { TRUST } from "../../../src/decide/trust/index.ts";
import { machineStores } from "../../../src/decide/trust/machine-stores.ts";
import type { ClientName } from "../../../src/model/client.ts";
import type { SeenTrustStore } from "../../../src/model/trust.ts";
import { environment, type Variables } from "../clients/table.ts";

const DEBIAN = "/etc/ssl/certs/ca-certificates.crt";
const RHEL = "/etc/pki/tls/certs/ca-bundle.crt";

const bundle = (id: string): SeenTrustStore => ({ id, kind: "bundle", authorities: 9 });
const keystore = (id: string): SeenTrustStore => ({ id, kind: "keystore", authorities: 9 });
const directory = (id: string): SeenTrustStore => ({ id, kind: "directory", authorities: 9 });

/** What the programs of this machine cannot show: other systems, other versions, stores of which nobody knows. */
function choose(
  client: ClientName,
  seen: readonly SeenTrustStore[],
  variables: Variables = {},
  version?: string,
) {
  const { because, ...goesBy } = TRUST[client].choose(environment(variables), machineStores(seen), version);
  return { ...goesBy, because: because.map(({ name }) => name) };
}

describe("other systems than Debian", () => {
  const seen = [bundle(RHEL), directory("/etc/pki/tls/certs"), bundle("/corp.pem")];

  test("curl looks into no directory", () => {
    expect(choose("curl", seen)).toEqual({ stores: [RHEL], because: [] });
    expect(choose("curl", seen, { CURL_CA_BUNDLE: "/corp.pem" })).toEqual({
      stores: ["/corp.pem"],
      because: ["CURL_CA_BUNDLE"],
    });
  });

  test("Go reads the first bundle of its list, and every directory", () => {
    expect(choose("go", [bundle("/etc/ssl/cert.pem"), ...seen])).toMatchObject({
      stores: [RHEL, "/etc/pki/tls/certs"],
    });
  });

  test("where no store of the system is seen, nobody can tell", () => {
    for (const client of ["curl", "wget", "apt", "git", "python-urllib", "botocore", "go", "java"] as const) {
      expect(choose(client, [])).toEqual({ unknown: "not-found", because: [] });
    }
  });
});

describe("directories that nobody has looked into", () => {
  const seen = [bundle(DEBIAN), bundle("/corp.pem")];

  test("hold what Debian's bundle joins, besides a file that is named", () => {
    const named = { SSL_CERT_FILE: "/corp.pem", NODE_OPTIONS: "--use-openssl-ca" };
    for (const client of ["curl", "go", "python-urllib", "node-undici"] as const) {
      expect(choose(client, seen, named)).toMatchObject({ stores: ["/corp.pem", DEBIAN] });
    }
    expect(choose("git", seen, { GIT_SSL_CAINFO: "/corp.pem" })).toMatchObject({
      stores: ["/corp.pem", DEBIAN],
    });
  });
});

describe("curl", () => {
  test("reads one of the two variables of OpenSSL before 8.3.0, and both since", () => {
    const seen = [bundle(DEBIAN), bundle("/corp.pem"), directory("/corp")];
    const both = { SSL_CERT_FILE: "/corp.pem", SSL_CERT_DIR: "/corp" };
    expect(choose("curl", seen, both, "8.2.1")).toMatchObject({ stores: [DEBIAN, "/corp"] });
    expect(choose("curl", seen, both, "8.3.0")).toMatchObject({ stores: ["/corp.pem", "/corp"] });
  });
});

describe("a file of which nobody knows what it holds", () => {
  const seen: readonly SeenTrustStore[] = [
    bundle(DEBIAN),
    { id: "/secret.pem", kind: "bundle", unreadable: "may not be read" },
  ];

  test("leaves open what goes by it alone", () => {
    const unknown = { unknown: "not-found" };
    expect(choose("curl", seen, { CURL_CA_BUNDLE: "/secret.pem" })).toMatchObject(unknown);
    expect(choose("botocore", seen, { AWS_CA_BUNDLE: "/secret.pem" })).toMatchObject(unknown);
    expect(choose("git", seen, { GIT_SSL_CAINFO: "/not-seen.pem" })).toMatchObject(unknown);
  });

  test("stands beside the others where it adds to them", () => {
    expect(choose("node-undici", seen, { NODE_EXTRA_CA_CERTS: "/secret.pem" })).toMatchObject({
      stores: ["node", "/secret.pem"],
    });
  });
});

describe("awscli's own authorities", () => {
  const PIP = "/usr/local/lib/python3.10/dist-packages";
  const CERTIFI = `${PIP}/certifi/cacert.pem`;
  const BOTOCORE = "/usr/local/aws-cli/v2/current/dist/awscli/botocore/cacert.pem";

  test("are botocore's, or those of the certifi beside it", () => {
    expect(choose("botocore", [bundle(DEBIAN), bundle(BOTOCORE)])).toMatchObject({ stores: [BOTOCORE] });
    const beside = [bundle(`${PIP}/botocore/cacert.pem`), bundle(CERTIFI)];
    expect(choose("botocore", [bundle(DEBIAN), ...beside])).toMatchObject({ stores: [CERTIFI] });
    expect(choose("botocore", [bundle(BOTOCORE), ...beside])).toMatchObject({ oneOf: [BOTOCORE, CERTIFI] });
  });

  test("are the system's where the certifi beside it is Debian's own", () => {
    const debians = ["botocore", "certifi"].map((name) => {
      return bundle(`/usr/lib/python3/dist-packages/${name}/cacert.pem`);
    });
    expect(choose("botocore", [bundle(DEBIAN), ...debians])).toMatchObject({ stores: [DEBIAN] });
    expect(choose("botocore", debians)).toMatchObject({ unknown: "not-found" });
  });

  test("are Mozilla's or the system's where none are seen", () => {
    expect(choose("botocore", [bundle(DEBIAN)])).toMatchObject({ oneOf: ["node", DEBIAN] });
  });
});

describe("a JVM's own authorities", () => {
  const SHARED = "/etc/ssl/certs/java/cacerts";
  const OWN = "/opt/jdk/lib/security/cacerts";
  const BEFORE = "/opt/jdk/lib/security/jssecacerts";

  test("are the system's where it has them", () => {
    expect(choose("java", [keystore(OWN), keystore(SHARED)])).toMatchObject({ stores: [SHARED] });
  });

  test("are one of several where others stand before them", () => {
    expect(choose("java", [keystore(OWN)])).toMatchObject({ stores: [OWN] });
    expect(choose("java", [keystore(OWN), keystore(BEFORE)])).toMatchObject({ oneOf: [BEFORE, OWN] });
    expect(choose("java", [keystore(SHARED), keystore(BEFORE)])).toMatchObject({ oneOf: [BEFORE, SHARED] });
  });

  test("take the place of a named one that is not there, as far as is known of that version", () => {
    const seen: readonly SeenTrustStore[] = [
      keystore(SHARED),
      { id: "/gone", kind: "keystore", unreadable: "is not there", found: "absent" },
    ];
    const options = { JAVA_TOOL_OPTIONS: "-Djavax.net.ssl.trustStore=/gone" };
    expect(choose("java", seen, options, "17.0.1")).toMatchObject({ stores: [SHARED] });
    expect(choose("java", seen, options, "1.8.0_392")).toMatchObject({ unknown: "not-found" });
  });

  test("are those that the options of its start script name", () => {
    const options = { JVM_OPTS: "-Xmx1g -Djavax.net.ssl.trustStore=/corp.jks" };
    expect(choose("java", [keystore("/corp.jks"), keystore(SHARED)], options)).toEqual({
      stores: ["/corp.jks"],
      because: ["JVM_OPTS -Djavax.net.ssl.trustStore"],
    });
  });
});

test("apt and git check nothing where they are told so", () => {
  const any = { takes: "any-certificate" };
  expect(choose("apt", [bundle(DEBIAN)], { "Acquire::https::Verify-Peer": "false" })).toMatchObject(any);
  expect(choose("git", [bundle(DEBIAN)], { "http.sslverify": "false" })).toMatchObject(any);
});

test("Node adds the system's where it is told so", () => {
  const seen = [directory("/etc/ssl/certs")];
  expect(choose("node-undici", seen, { NODE_OPTIONS: "--use-system-ca" })).toMatchObject({
    stores: ["node", "/etc/ssl/certs"],
  });
  expect(choose("node-undici", seen, { NODE_OPTIONS: "--use-openssl-ca --use-system-ca" })).toMatchObject({
    stores: ["/etc/ssl/certs"],
  });
});
