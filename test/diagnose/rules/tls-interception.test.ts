import { describe, expect, test } from "vitest";
import type { Trust } from "../../../src/model/trust.ts";
import { fakeMachine } from "../../discover/fake-machine.ts";
import { judged } from "../../rig/judged.ts";
import type { Chains, Showings } from "../../rig/observed.ts";

const PROXY = "http://10.0.0.33:3128";
const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";

const by = (node: Trust[string], system: Trust[string]): Trust => ({ node, [SYSTEM]: system });
const INTERCEPTOR = { issuer: "CN=Interceptor", untrusted: "unknown-root" } as const;
const CHAINS: Chains = {
  public: { issuer: "CN=Public CA", trust: by("trusted", "trusted") },
  "public-of-another": { issuer: "CN=Other Public CA", trust: by("trusted", "trusted") },
  "known-interceptor": { ...INTERCEPTOR, trust: by("unknown-root", "trusted") },
  "unknown-interceptor": { ...INTERCEPTOR, trust: by("unknown-root", "unknown-root") },
  "other-name": { ...INTERCEPTOR, wrongName: true, trust: by("unknown-root", "unknown-root") },
  vouched: { issuer: "CN=Interceptor", trust: { ...by("unknown-root", "trusted"), "--ca-file": "trusted" } },
  alone: {
    issuer: "CN=Public CA",
    sent: 1,
    untrusted: "unknown-issuer",
    trust: by("unknown-issuer", "unknown-issuer"),
  },
  expired: { issuer: "CN=Public CA", untrusted: "expired", trust: by("expired", "expired") },
  private: { issuer: "CN=Internal CA", untrusted: "unknown-root", trust: by("unknown-root", "trusted") },
};

/** What is said of interception where the Docker daemon of a Nomad client goes through a proxy, curl calls S3 direct. */
async function toldOf(saw: Showings, exceptions = "ghe.example.com,s3.us-east-1.amazonaws.com") {
  const variables = `HTTPS_PROXY=${PROXY} NO_PROXY=${exceptions}`;
  const { judgement } = await judged({
    machine: fakeMachine(
      { "/etc/systemd/system/docker.service.d/p.conf": `[Service]\nEnvironment=${variables}\n` },
      { https_proxy: PROXY, no_proxy: exceptions },
    ),
    flags: { role: "nomad-client", services: "10.0.1.238", ghe: "ghe.example.com", egress: "standard" },
    saw,
    stores: [{ id: SYSTEM, kind: "bundle", authorities: 9 }],
    chains: CHAINS,
  });
  return judgement.findings.flatMap((each) =>
    each.code === "tls-interception" ? [`${each.severity} ${each.args.targets} ${each.args.instead}`] : [],
  );
}

const hub = (chain: string) => ({ "container-registries/docker-hub": `works presenting ${chain}` });

describe("a public service", () => {
  test("that presents a private authority's certificate is intercepted, seen one way or both", async () => {
    const proxied = { [PROXY]: hub("known-interceptor") };
    expect(await toldOf(proxied)).toEqual(["warning container-registries/docker-hub "]);
    expect(await toldOf({ ...proxied, direct: hub("public") })).toEqual([
      "warning container-registries/docker-hub CN=Public CA",
    ]);
  });

  test("weighs more where who goes there does not know the authority", async () => {
    expect(await toldOf({ [PROXY]: hub("unknown-interceptor") })).toEqual([
      "error container-registries/docker-hub ",
    ]);
  });

  test("is told of once for each issuer and route", async () => {
    const registries = { "container-registries/*": "works presenting known-interceptor" };
    const targets = ["docker-hub", "docker-auth", "quay"].map((name) => `container-registries/${name}`);
    expect(await toldOf({ [PROXY]: registries })).toEqual([`warning ${targets} `]);
  });

  test("is told of with the pages that come in its place, and not for a page alone", async () => {
    const page = { "container-registries/docker-hub": "block-page presenting known-interceptor" };
    expect(await toldOf({ [PROXY]: page })).toEqual([]);
    const other = { "container-registries/quay": "works presenting known-interceptor" };
    expect(await toldOf({ [PROXY]: { ...page, ...other } })).toEqual([
      "warning container-registries/docker-hub,container-registries/quay ",
    ]);
  });

  test.each([
    ["other public authorities", { direct: hub("public"), [PROXY]: hub("public-of-another") }],
    ["a certificate for another name", { [PROXY]: hub("other-name") }],
    [
      "an intermediate that is left out, of an authority seen elsewhere",
      { direct: hub("public"), [PROXY]: hub("alone") },
    ],
    ["an authority that is named on the command line", { [PROXY]: hub("vouched") }],
    ["one that has expired", { [PROXY]: hub("expired") }],
    [
      "a way that nobody goes, where the other serves",
      { direct: hub("known-interceptor"), [PROXY]: hub("public") },
    ],
  ])("is not, with %s", async (_, saw) => {
    expect(await toldOf(saw)).toEqual([]);
  });
});

describe("GitHub Enterprise", () => {
  const ghe = (chain: string) => ({ "github-enterprise/web": `works presenting ${chain}` });

  test("may have a private authority", async () => {
    expect(await toldOf({ direct: ghe("private"), [PROXY]: ghe("private") })).toEqual([]);
    expect(await toldOf({ direct: ghe("private") })).toEqual([]);
  });
});
