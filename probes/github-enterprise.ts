import { hostInUrl } from "../src/model/host.ts";
import type { Probe, Target } from "../src/model/target.ts";

const policy = { standard: "must-direct", corporate: "must-direct" } as const;
const reason = "GitHub Enterprise is on the internal network, and connections to it are to bypass the proxy";
const get = { kind: "http", method: "GET", headers: {} } as const;

/** GitHub Enterprise: its web interface, its API, and git over SSH (domain-facts 2.4, 3). */
export const githubEnterprise: Probe = ({ ghe }) => {
  const names = ["web", "api", "ssh"] as const;
  if (ghe === undefined) {
    return names.map((name) => ({ id: `github-enterprise/${name}`, unconfigured: "--ghe HOST" }) as const);
  }
  const host = hostInUrl(ghe);
  const targets: readonly Target[] = [
    {
      id: "github-enterprise/web",
      url: `https://${host}/status`,
      exchange: get,
      marks: [{ body: "GitHub lives!" }, { header: { name: "x-github-request-id", matches: "." } }],
      policy,
      reason,
    },
    {
      id: "github-enterprise/api",
      url: `https://${host}/api/v3/meta`,
      exchange: get,
      marks: [
        { header: { name: "x-github-enterprise-version", matches: "." } },
        { header: { name: "x-github-request-id", matches: "." } },
        { body: '"(installed_version|verifiable_password_authentication)"' },
        { status: [401], body: "Must authenticate to access this API" },
      ],
      policy,
      reason,
    },
    {
      id: "github-enterprise/ssh",
      url: `ssh://${host}:22`,
      exchange: { kind: "ssh-banner" },
      marks: [{ body: "^SSH-2\\.0-" }],
      policy,
      reason: "jobs check out over SSH, which knows no HTTP proxy",
    },
  ];
  return targets;
};
