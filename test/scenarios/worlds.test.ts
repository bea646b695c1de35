import { describe, expect, test } from "vitest";
import { check } from "../../src/doctor.ts";
import { startWorld } from "../../src/lab/start-world.ts";
import { WORLD_NAMES, WORLDS, type WorldName } from "../../src/lab/worlds.ts";
import { rootsOf } from "../../src/model/finding.ts";
import { factsOf } from "../../src/model/observation.ts";
import type { Report } from "../../src/model/report.ts";

/** For each world its findings: those that stand alone, each with the verdict of its fix and what follows from it. */
const EXPECTED: Readonly<Record<WorldName, readonly string[]>> = {
  healthy: [],
  "misrouted-metadata": [
    "misrouted-to-proxy ec2-metadata/identity: verified",
    "  metadata-of-another-machine ec2-metadata/identity",
  ],
  "blocked-egress": ["misrouted-direct license-server/api: verified"],
  "dead-proxy": [
    "proxy-unreachable https_proxy (/etc/environment:3): needs-network-team",
    "  target-unreachable license-server/api",
    "  target-unreachable ec2-api/ec2",
    "  target-unreachable container-registries/docker-hub",
    "  target-unreachable package-mirrors/ubuntu",
  ],
  "proxy-auth": [
    "proxy-auth-required https_proxy (/etc/environment:3): no fix",
    "  target-unreachable license-server/api",
    "  target-unreachable ec2-api/ec2",
    "  target-unreachable container-registries/docker-hub",
    "  target-unreachable package-mirrors/ubuntu",
  ],
  "block-page": [
    "block-page license-server/api: needs-network-team",
    "  untrusted-certificate license-server/api",
    "  target-unreachable license-server/api",
  ],
  "both-time-out": ["target-timing-out ec2-api/ec2: needs-network-team"],
};

/** Docker Hub grants one to whoever asks, and a report is handed on (RFC 7519). */
const LOOKS_LIKE_A_TOKEN = /\beyJ[\w-]+/;

describe("each lab world yields its findings and no other", () => {
  test.each(WORLD_NAMES)("%s", async (name) => {
    const report = await checked(name);
    expect(report.toolErrors).toEqual([]);
    expect(outline(report)).toEqual(EXPECTED[name]);
    expect(report.summary.unknown).toBe(0);
    expect(JSON.stringify(report)).not.toMatch(LOOKS_LIKE_A_TOKEN);
  });
});

test("a report tells the clock that the hosts of a world agree with, and the address that the outside sees", async () => {
  const { clock, egress } = await checked("healthy");
  expect(Math.abs(clock?.aheadSeconds ?? Number.NaN)).toBeLessThanOrEqual(5);
  expect(clock?.hosts).toBeGreaterThan(5);
  expect(egress).toEqual([{ route: "http://10.0.0.33:3128", address: "203.0.113.33" }]);
});

test("a clock that is an hour ahead is found out, and whose requests that spoils", async () => {
  const report = await checked("healthy", () => new Date(Date.now() + 3_600_000));
  const finding = report.findings.find(({ code }) => code === "clock-skew");
  if (finding?.code !== "clock-skew") throw new Error("no such finding");
  expect(Math.abs(finding.args.aheadSeconds - 3600)).toBeLessThanOrEqual(5);
  expect(finding.args.components).toEqual(["aws-commands", "jvm-services", "service-containers"]);
  expect(finding.args.targets).toEqual([
    "s3/regional",
    "s3/bucket",
    "s3/global",
    "ec2-api/ec2",
    "ec2-api/sts",
    "ec2-api/sqs",
  ]);
});

test("the system of a lab's machine trusts the lab's authority, as we do, and Node does not", async () => {
  const { observations, trustStores } = await checked("healthy");
  expect(trustStores.map((store) => [store.id, "authorities" in store && store.authorities > 0])).toEqual([
    ["node", true],
    ["--ca-file", true],
    ["/etc/ssl/certs/ca-certificates.crt", true],
  ]);
  const seen = observations.flatMap((each) => factsOf(each, "tls") ?? []);
  const vouched = seen.filter(({ chain }) => chain[0]?.issuer === "CN=proxy-doctor lab authority");
  expect(vouched.length).toBeGreaterThan(0);
  for (const { trust, untrusted } of vouched) {
    expect(trust).toEqual({
      node: "unknown-issuer",
      "--ca-file": "trusted",
      "/etc/ssl/certs/ca-certificates.crt": "trusted",
    });
    expect(untrusted).toBeUndefined();
  }
});

async function checked(name: WorldName, clock = () => new Date()): Promise<Report> {
  const world = await startWorld(WORLDS[name]);
  try {
    return await check({
      machine: world.machine,
      network: world.network,
      flags: world.flags,
      proxies: [],
      only: [],
      skip: [],
      measuring: { attemptMs: 1500 },
      signal: new AbortController().signal,
      clock,
      version: "0.0.0",
    });
  } finally {
    await world.close();
  }
}

function outline({ findings, fixes }: Report): readonly string[] {
  return rootsOf(findings).flatMap((finding) => {
    const verdict = fixes.find((fix) => finding.fixes.includes(fix.id))?.verdict ?? "no fix";
    const consequences = findings.filter(({ causedBy }) => causedBy.includes(finding.id));
    return [
      `${finding.code} ${finding.subject.target ?? finding.subject.setting}: ${verdict}`,
      ...consequences.map(({ code, subject }) => `  ${code} ${subject.target}`),
    ];
  });
}
