import { describe, expect, test } from "vitest";
import { wordsForConsequences } from "../../src/messages/consequences.ts";
import type { Finding } from "../../src/model/finding.ts";
import { deadProxy, misroutedMetadata } from "../render/reports.ts";

const LONE = misroutedMetadata.findings.find(({ code }) => code === "misrouted-to-proxy") as Finding;

test("what happens to targets is told in one line for all of them", () => {
  const outages = deadProxy.findings.filter(({ code }) => code === "target-unreachable");
  expect(outages).toHaveLength(4);
  expect(wordsForConsequences(LONE, outages)).toEqual([
    "4 targets cannot be reached: license-server/api, license-server/get, license-server/registry and license-server/registry-data",
  ]);
});

test("a finding about something else keeps its own sentence", () => {
  const identity = misroutedMetadata.findings.filter(({ code }) => code === "metadata-of-another-machine");
  expect(wordsForConsequences(LONE, identity)).toEqual([expect.stringContaining("i-0fedcba9876543210")]);
});

test("what will be wrong only when the finding is mended is told as that", () => {
  const latent = misroutedMetadata.findings
    .filter(({ code }) => code === "metadata-of-another-machine")
    .map((each): Finding => ({ ...each, latent: true }));
  expect(wordsForConsequences(LONE, latent)).toEqual([
    expect.stringMatching(/^Once that is mended: The instance metadata/),
  ]);
});

describe("calls that go by what a finding is about", () => {
  const calls = ["license-server/registry", "container-registries/quay"] as const;
  const dead: Finding = {
    id: "proxy-unreachable:http://10.0.0.33:3128",
    code: "proxy-unreachable",
    severity: "error",
    subject: {},
    args: {
      proxy: "http://10.0.0.33:3128",
      sources: [],
      components: ["docker-daemon"],
      calls,
      failure: "refused",
    },
    evidence: [],
    causedBy: [],
    fixes: [],
  };

  test("are named with who makes them", () => {
    expect(wordsForConsequences(dead, [])).toEqual([
      "2 targets called through it by the Docker daemon: license-server/registry and container-registries/quay",
    ]);
  });

  test("but for those of which a finding beneath it speaks", () => {
    const beneath = deadProxy.findings.filter(({ code }) => code === "target-unreachable");
    expect(wordsForConsequences(dead, beneath)[0]).toBe(
      "1 target called through it by the Docker daemon: container-registries/quay",
    );
  });

  const FOUND = { severity: "error", subject: {}, evidence: [], causedBy: [], fixes: [] } as const;

  test("in vain are told of a finding beneath too", () => {
    const token: Finding = {
      ...FOUND,
      id: "metadata-token-refused:ec2-metadata/identity@direct",
      code: "metadata-token-refused",
      args: {
        route: "direct",
        token: "refused",
        components: ["shell-commands", "aws-commands"],
        inVain: { components: ["aws-commands"], targets: ["s3/bucket"] },
      },
    };
    const line =
      "1 target called in vain without other credentials than this machine's by awscli in this shell: s3/bucket";
    expect(wordsForConsequences(token, [])).toEqual([line]);
    expect(wordsForConsequences(LONE, [token])).toContain(line);
  });

  test("to TLS that is opened are those of who refuses it, and of whom nobody knows", () => {
    const opened: Finding = {
      ...FOUND,
      id: "tls-interception:s3/bucket",
      code: "tls-interception",
      args: {
        route: "http://10.0.0.33:3128",
        issuer: "CN=Interceptor",
        hosts: ["s3.amazonaws.com"],
        targets: ["s3/global", "s3/bucket", "container-registries/quay"],
        instead: [],
        refusing: [{ why: "unknown-root", components: ["aws-commands"], targets: ["s3/bucket"] }],
        accepting: ["docker-daemon"],
        unknown: [{ because: "in-a-container", components: ["jvm-services"], targets: ["s3/global"] }],
      },
    };
    expect(wordsForConsequences(opened, [])).toEqual([
      "1 target called in vain by awscli in this shell: s3/bucket",
      "1 target called, in vain where its authority is not known to them, by the Java services: s3/global",
    ]);
  });
});
