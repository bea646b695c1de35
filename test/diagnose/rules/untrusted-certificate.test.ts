import { expect, test } from "vitest";
import type { Role } from "../../../src/model/installation.ts";
import type { SeenTrustStore } from "../../../src/model/trust.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";
import type { Chain, Chains, Showings } from "../../rig/observed.ts";

const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";
const OF_AWSCLI = "/usr/local/aws-cli/v2/current/dist/awscli/botocore/cacert.pem";
const JKS = "/etc/ssl/certs/java/cacerts";

const STORES: readonly SeenTrustStore[] = [
  { id: SYSTEM, kind: "bundle", authorities: 9 },
  { id: OF_AWSCLI, kind: "bundle", authorities: 9 },
  { id: JKS, kind: "keystore", authorities: 9 },
];

async function toldOf(
  chain: Omit<Chain, "issuer">,
  direct: Showings[string],
  role: Role,
  others: Chains = {},
) {
  const { judgement } = await judged({
    machine: fakeMachine({}),
    flags: { role, services: "10.0.1.238", ghe: "ghe.example.com", bucket: "example" },
    saw: { direct },
    stores: STORES,
    chains: { shown: { issuer: "CN=Example CA", ...chain }, ...others },
  });
  return judgement.findings.flatMap((each) => (each.code === "untrusted-certificate" ? [each.args] : []));
}

test("one certificate is told of once, with who refuses and who accepts it", async () => {
  const told = await toldOf(
    { sha256: "AB:CD", trust: { [SYSTEM]: "trusted", [OF_AWSCLI]: "unknown-root", [JKS]: "unknown-issuer" } },
    { "s3/*": "works presenting shown" },
    "nomad-client",
  );
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    targets: ["s3/regional", "s3/bucket", "s3/global"],
    routes: ["direct"],
    refusing: [
      { why: "unknown-root", components: ["aws-commands"] },
      { why: "unknown-issuer", components: ["nomad-client-jvm"] },
    ],
    accepting: ["shell-commands", "build-agent"],
    unknown: [],
    leaf: { sha256: "AB:CD", issuer: "CN=Example CA" },
  });
});

test("containers are not known, and where nobody is known to refuse nothing is told", async () => {
  const trust = { [SYSTEM]: "unknown-root", [OF_AWSCLI]: "unknown-root", [JKS]: "unknown-root" } as const;
  const shown = { "github-enterprise/*": "works presenting shown" };
  expect(await toldOf({ trust }, shown, "services")).toEqual([]);
  const [s3] = await toldOf({ trust, sha256: "AB:CD" }, { "s3/*": "works presenting shown" }, "services");
  expect(s3?.unknown).toEqual([
    {
      because: "in-a-container",
      components: ["jvm-services", "service-containers"],
      targets: ["s3/regional", "s3/bucket", "s3/global"],
    },
  ]);
});

test("a name that is wrong for one of several hosts is what counts", async () => {
  const trust = { [SYSTEM]: "trusted", [OF_AWSCLI]: "trusted", [JKS]: "trusted" } as const;
  const shown = { "s3/*": "works presenting shown" };
  expect(await toldOf({ trust, sha256: "AB:CD" }, shown, "nomad-client")).toEqual([]);
  const wrong = { sha256: "AB:CD", trust, wrongName: true, issuer: "CN=Example CA" } as const;
  const [one] = await toldOf(
    { trust, sha256: "AB:CD" },
    { ...shown, "s3/bucket": "works presenting wrong" },
    "nomad-client",
    { wrong },
  );
  expect(one?.targets).toHaveLength(3);
  expect(one?.refusing).toMatchObject([{ why: "wrong-name", targets: ["s3/bucket"] }]);
  expect(one?.accepting).toEqual([]);
});

test("nobody looks at the console's certificate", async () => {
  const trust = { [SYSTEM]: "self-signed", [OF_AWSCLI]: "self-signed", [JKS]: "self-signed" } as const;
  const told = (name: string) =>
    toldOf({ trust, sent: 1 }, { [`services-machine/${name}`]: "works presenting shown" }, "workstation");
  expect(await told("console")).toEqual([]);
  expect(await told("web")).toHaveLength(1);
});
