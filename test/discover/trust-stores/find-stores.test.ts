import { beforeAll, describe, expect, test } from "vitest";
import { discover } from "../../../src/discover/discover.ts";
import type { FileRead } from "../../../src/discover/machine.ts";
import { findStores } from "../../../src/discover/trust-stores/find-stores.ts";
import { createAuthority } from "../../../src/lab/certificate-authority.ts";
import { fakeMachine } from "../fake-machine.ts";

let one = "";
let other = "";
beforeAll(async () => {
  const [first, second] = await Promise.all([createAuthority("One"), createAuthority("Other")]);
  one = first.certificate.trim();
  other = second.certificate.trim();
});

type Files = Readonly<Record<string, string | FileRead>>;

async function found(files: Files, environment: Readonly<Record<string, string>> = {}) {
  const { trustStores } = await discover(fakeMachine(files, environment), {}, [], findStores);
  return trustStores;
}

const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";

test("the system's bundle, whatever stands between its certificates", async () => {
  const { stores, seen } = await found({ [SYSTEM]: `# Ümlaut\n${one}\n\nSubject: CN=x\n${other}\n` });
  expect(stores).toEqual([{ id: SYSTEM, kind: "bundle", certificates: [one, other] }]);
  expect(seen).toEqual([{ id: SYSTEM, kind: "bundle", authorities: 2 }]);
});

test("bundles of Python packages, of the system's Python and of the one that starts aws", async () => {
  const paths = [
    "/usr/lib/python3/dist-packages/certifi/cacert.pem",
    "/usr/local/lib/python3.11/site-packages/botocore/cacert.pem",
    "/opt/aws/lib/python3.12/site-packages/certifi/cacert.pem",
    "/usr/local/aws-cli/v2/current/dist/awscli/botocore/cacert.pem",
  ];
  const files = Object.fromEntries(paths.map((path) => [path, one]));
  const { seen } = await found({
    ...files,
    "/usr/local/bin/aws": "#!/opt/aws/bin/python3.12 -E\nimport sys\n",
    "/usr/lib/python3/dist-packages/pip/_vendor/certifi/cacert.pem": one,
  });
  expect(seen.map(({ id }) => id).sort()).toEqual([...paths].sort());
});

test("keystores of JVMs, as keytool lists them", async () => {
  const paths = [
    "/etc/ssl/certs/java/cacerts",
    "/usr/lib/jvm/java-8/jre/lib/security/cacerts",
    "/opt/jdk/lib/security/cacerts",
  ];
  const { stores } = await found(Object.fromEntries(paths.map((path) => [path, `Alias\n${one}`])), {
    JAVA_HOME: "/opt/jdk/",
  });
  expect(stores.map(({ id, kind }) => `${kind} ${id}`).sort()).toEqual(
    paths.map((path) => `keystore ${path}`).sort(),
  );
});

describe("stores that settings name", () => {
  test.each<[string, Files, Readonly<Record<string, string>>]>([
    ["environment", {}, { REQUESTS_CA_BUNDLE: "/srv/ca.pem" }],
    ["/etc/environment", { "/etc/environment": "AWS_CA_BUNDLE=/srv/ca.pem\n" }, {}],
    [
      "customizations",
      { "/etc/circle-installation-customizations": "export CURL_CA_BUNDLE=/srv/ca.pem\n" },
      {},
    ],
    [
      "a unit",
      { "/etc/systemd/system/docker.service": "[Service]\nEnvironment=SSL_CERT_FILE=/srv/ca.pem\n" },
      {},
    ],
    ["aws", { "/root/.aws/config": "[default]\nca_bundle = /srv/ca.pem\n" }, {}],
    ["curl", { "/root/.curlrc": 'cacert = "/srv/ca.pem"\n' }, {}],
    ["git", { "/root/.gitconfig": "[http]\n\tsslCAInfo = /srv/ca.pem\n" }, {}],
    [
      "git, for one host",
      { "/etc/gitconfig": '[http "https://ghe.test/"]\n\tsslCAInfo = /srv/ca.pem\n' },
      {},
    ],
    ["wget", { "/etc/wgetrc": "ca-certificate = /srv/ca.pem\n" }, {}],
    ["apt", { "/etc/apt/apt.conf": 'Acquire::https::CAInfo "/srv/ca.pem";\n' }, {}],
  ])("in %s", async (_, files, environment) => {
    const { seen } = await found({ ...files, "/srv/ca.pem": one }, environment);
    expect(seen).toEqual([{ id: "/srv/ca.pem", kind: "bundle", authorities: 1 }]);
  });

  test("a JVM's keystore, among its options", async () => {
    const options =
      "-Xmx1g -Djavax.net.ssl.trustStore=/srv/trust.jks -Djavax.net.ssl.trustStorePassword=s3cret";
    const { seen } = await found(
      {
        "/etc/circle-installation-customizations": `export JVM_OPTS="${options}"\n`,
        "/srv/trust.jks": one,
      },
      {},
    );
    expect(seen).toEqual([{ id: "/srv/trust.jks", kind: "keystore", authorities: 1 }]);
  });

  test("of programs in containers are in other file systems", async () => {
    const process = (program: string) => ({
      pid: 7,
      program,
      commandLine: [program],
      environment: { SSL_CERT_FILE: `/srv/${program}.pem` },
    });
    const machine = {
      ...fakeMachine({ "/srv/nomad.pem": one, "/srv/replicated.pem": one }),
      processes: async () => [process("nomad"), process("replicated")],
    };
    const { trustStores } = await discover(machine, {}, [], findStores);
    expect(trustStores.seen.map(({ id }) => id)).toEqual(["/srv/nomad.pem"]);
  });

  test("directories, by the names that OpenSSL reads, or by all where there are none", async () => {
    const files = {
      "/srv/hashed/4a6481c9.0": one,
      "/srv/hashed/other.pem": other,
      "/srv/plain/a.pem": one,
      "/srv/plain/b.pem": `${other}\n${one}`,
      "/srv/plain/README": "no certificate",
    };
    const { stores } = await found(files, { SSL_CERT_DIR: "/srv/hashed:/srv/plain" });
    expect(stores).toEqual([
      { id: "/srv/hashed", kind: "directory", certificates: [one] },
      { id: "/srv/plain", kind: "directory", certificates: [one, other] },
    ]);
  });

  test("that are known as well are read once", async () => {
    const { seen } = await found({ [SYSTEM]: one }, { AWS_CA_BUNDLE: SYSTEM, CURL_CA_BUNDLE: SYSTEM });
    expect(seen).toHaveLength(1);
  });
});

test("what gives no certificates is told with the reason; where nothing is named, nothing is missed", async () => {
  const environment = {
    AWS_CA_BUNDLE: "/srv/missing.pem",
    CURL_CA_BUNDLE: "/srv/empty.pem",
    REQUESTS_CA_BUNDLE: "/srv/other.txt",
    SSL_CERT_FILE: "/srv/closed.pem",
    NODE_EXTRA_CA_CERTS: "ca.pem",
    JVM_OPTS: "-Djavax.net.ssl.trustStore=/srv/trust.jks",
  };
  const { stores, seen } = await found(
    {
      "/srv/empty.pem": "\n",
      "/srv/other.txt": "-----BEGIN CERTIFICATE-----\n",
      "/srv/closed.pem": { kind: "unreadable", reason: "permission denied" },
    },
    environment,
  );
  expect(stores).toEqual([]);
  expect(Object.fromEntries(seen.map((each) => [each.id, "unreadable" in each && each.unreadable]))).toEqual({
    "/srv/missing.pem": "is not there",
    "/srv/empty.pem": "is empty",
    "/srv/other.txt": "holds no certificate in PEM form",
    "/srv/closed.pem": "permission denied",
    "ca.pem": "is no absolute path",
    "/srv/trust.jks": "is not there",
  });
});

test("nothing of them is read where nobody looks for them", async () => {
  const machine = fakeMachine({ [SYSTEM]: one }, { AWS_CA_BUNDLE: "/srv/ca.pem" });
  const asked: string[] = [];
  const read = async (path: string) => {
    asked.push(path);
    return machine.read(path);
  };
  const { trustStores } = await discover({ ...machine, read }, {}, []);
  expect(trustStores).toEqual({ stores: [], seen: [] });
  expect(asked.filter((path) => /pem|crt|cacerts/.test(path))).toEqual([]);
});
