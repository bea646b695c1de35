import { expect, test } from "vitest";
import { componentsOf } from "../../../src/decide/components.ts";
import { decideTrust } from "../../../src/decide/trust/decide-trust.ts";
import type { Role } from "../../../src/model/installation.ts";
import type { Setting } from "../../../src/model/setting.ts";
import type { SeenTrustStore } from "../../../src/model/trust.ts";

const SYSTEM = "/etc/ssl/certs/ca-certificates.crt";
const CORP = "/etc/corp.pem";
const JKS = "/etc/corp.jks";

const SEEN: readonly SeenTrustStore[] = [
  { id: SYSTEM, kind: "bundle", authorities: 140 },
  { id: CORP, kind: "bundle", authorities: 1 },
  { id: JKS, kind: "keystore", authorities: 1 },
];

const inShell = (name: string, value: string): Setting => ({
  name,
  value,
  exported: true,
  source: { kind: "environment" },
});

function decided(role: Role, ...settings: readonly Setting[]) {
  const decisions = decideTrust(componentsOf(role), settings, SEEN);
  return Object.fromEntries(decisions.map(({ component, client: _, ...rest }) => [component, rest]));
}

test("a variable counts for those who are given it and read it", () => {
  const trust = decided("nomad-client", inShell("AWS_CA_BUNDLE", CORP), inShell("SSL_CERT_FILE", CORP));
  expect(trust["aws-commands"]).toEqual({
    stores: [CORP],
    because: [{ setting: "AWS_CA_BUNDLE", source: "environment" }],
  });
  expect(trust["shell-commands"]).toMatchObject({ stores: [CORP, SYSTEM] });
  expect(trust["docker-daemon"]).toEqual({ stores: [SYSTEM], because: [] });
});

test("awscli goes by its configuration, which nothing else reads, and by a variable before it", () => {
  const source = { kind: "file", path: "/root/.aws/config", line: 3, loader: "aws-config" } as const;
  const configured: Setting = { name: "ca_bundle", value: CORP, exported: false, source };
  const trust = decided("services", configured);
  expect(trust["aws-commands"]).toEqual({
    stores: [CORP],
    because: [{ setting: "ca_bundle", source: "/root/.aws/config:3" }],
  });
  expect(trust["shell-commands"]).toEqual({ stores: [SYSTEM], because: [] });
  const both = decided("services", configured, inShell("AWS_CA_BUNDLE", SYSTEM));
  expect(both["aws-commands"]).toMatchObject({ stores: [SYSTEM] });
});

test("a JVM goes by the options that its start script gives it", () => {
  const source = { kind: "file", path: "/etc/environment", line: 1, loader: "shell" } as const;
  const value = `-Djavax.net.ssl.trustStore=${JKS}`;
  const trust = decided("nomad-client", { name: "JVM_OPTS", value, exported: false, source });
  expect(trust["nomad-client-jvm"]).toEqual({
    stores: [JKS],
    because: [{ setting: "JVM_OPTS -Djavax.net.ssl.trustStore", source: "/etc/environment:1" }],
  });
});

test("of containers nobody can tell, and what speaks no TLS has no decision", () => {
  const trust = decided("services", inShell("SSL_CERT_FILE", CORP));
  for (const id of ["replicated", "jvm-services", "service-containers"]) {
    expect(trust[id]).toEqual({ unknown: "in-a-container", because: [] });
  }
  expect(decided("nomad-client")).not.toHaveProperty("nomad-agent");
});
