import type { Mark, Probe, Target } from "../src/model/target.ts";

const policy = { standard: "either", corporate: "must-proxy" } as const;
const reason =
  "Replicated's outside call: licence check, updates and images; direct or proxied, as the network allows";

/** A registry of the Docker v2 API tells who may log in where before it tells anything else. */
function registry(id: Target["id"], host: string): Target {
  const marks: readonly Mark[] = [
    { status: [200, 401], header: { name: "docker-distribution-api-version", matches: "registry/2" } },
    { status: [401], header: { name: "www-authenticate", matches: "^Bearer realm=.*replicated\\.com" } },
    { certificate: "verified", header: { name: "content-type", matches: "^(?!text/html)" } },
  ];
  const exchange = { kind: "http", method: "GET", headers: {} } as const;
  return { id, url: `https://${host}/v2/`, exchange, marks, policy, reason };
}

/** Replicated, which licenses, updates and installs CircleCI Server (domain-facts 2.5, 3). */
export const licenseServer: Probe = () => [
  {
    id: "license-server/api",
    url: "https://api.replicated.com/market/v1/echo/ip",
    exchange: { kind: "http", method: "GET", headers: {}, tells: "caller-address" },
    marks: [{ status: [200], body: "^\\s*[0-9a-f.:]{3,45}\\s*$" }],
    policy,
    reason,
  },
  {
    id: "license-server/get",
    url: "https://get.replicated.com/docker",
    exchange: { kind: "http", method: "GET", headers: { range: "bytes=0-1023" } },
    marks: [{ status: [200, 206], body: "^#!/bin/" }],
    policy,
    reason: "the installer is fetched from here by curl; direct or proxied, as the network allows",
  },
  registry("license-server/registry", "registry.replicated.com"),
  registry("license-server/registry-data", "registry-data.replicated.com"),
];
