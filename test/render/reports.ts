import type { Because } from "../../src/model/client.ts";
import type { ComponentId } from "../../src/model/component.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Fix } from "../../src/model/fix.ts";
import type { Report } from "../../src/model/report.ts";
import type { Target, TargetId, Unconfigured } from "../../src/model/target.ts";
import { answer, component, DIRECT, decision, failure, PROXY, report, target, through } from "./build.ts";

const viaProxy = through(PROXY);

const license: readonly Target[] = [
  target("license-server/api", "https://api.replicated.com/market/v1/echo/ip", "either"),
  target("license-server/get", "https://get.replicated.com/docker", "either"),
  target("license-server/registry", "https://registry.replicated.com/v2/", "either"),
  target("license-server/registry-data", "https://registry-data.replicated.com/v2/", "either"),
];
const s3: readonly Target[] = [
  target("s3/regional", "https://s3.us-east-1.amazonaws.com/", "should-direct"),
  target("s3/global", "https://s3.amazonaws.com/", "should-direct"),
];
const metadata = target(
  "ec2-metadata/identity",
  "http://169.254.169.254/latest/dynamic/instance-identity/document",
  "must-direct",
);
const services: readonly Target[] = [
  target("services-machine/web", "https://10.0.1.238/", "must-direct"),
  target("services-machine/output-processor", "https://10.0.1.238:8585/", "must-direct"),
];
const targets: readonly Target[] = [...license, ...s3, metadata, ...services];
const unconfigured: readonly Unconfigured[] = [
  { id: "s3/bucket", unconfigured: "--bucket NAME" },
  { id: "github-enterprise/web", unconfigured: "--ghe HOST" },
  { id: "github-enterprise/api", unconfigured: "--ghe HOST" },
  { id: "github-enterprise/ssh", unconfigured: "--ghe HOST" },
];

const components = [
  component("shell-commands", ["license-server/get", "ec2-metadata"]),
  component("docker-daemon", ["license-server/registry", "license-server/registry-data"]),
  component("replicated", ["license-server/api", "license-server/registry"]),
  component("service-containers", ["s3", "services-machine"]),
  component("jvm-services", ["s3", "services-machine/web"]),
];

/** Nobody may go direct but to metadata, S3 and the Services machine; and nobody does. */
const observations = [
  ...license.flatMap(({ id }, at) => [failure(id, DIRECT, "timed-out"), answer(id, viaProxy, 31 + at)]),
  ...s3.flatMap(({ id }) => [answer(id, DIRECT, 12), answer(id, viaProxy, 48)]),
  answer(metadata.id, DIRECT, 2),
  failure(metadata.id, viaProxy, "proxy-denied"),
  ...services.flatMap(({ id }) => [answer(id, DIRECT, 3), failure(id, viaProxy, "proxy-refuses-tunnel")]),
];

const decisions = [
  decision("shell-commands", "license-server/get", viaProxy),
  decision("shell-commands", "ec2-metadata/identity", DIRECT),
  decision("docker-daemon", "license-server/registry", viaProxy),
  decision("docker-daemon", "license-server/registry-data", viaProxy),
  decision("replicated", "license-server/api", viaProxy),
  decision("replicated", "license-server/registry", viaProxy),
  ...[...s3, ...services].map(({ id }) => decision("service-containers", id, DIRECT)),
  ...[...s3, ...services.slice(0, 1)].map(({ id }) => decision("jvm-services", id, DIRECT)),
];

export const healthy: Report = report({
  targets: [...targets, ...unconfigured],
  components,
  observations,
  decisions,
  summary: { errors: 0, warnings: 0, infos: 0, unknown: 0, right: targets.length, unserved: 0 },
});

const names: Because = { setting: "http_proxy", source: "/etc/environment:2", effect: "proxies" };
const nearly: Because = {
  setting: "NO_PROXY",
  source: "/etc/environment:4",
  entry: "169.254.*",
  effect: "nearly-bypasses",
};

const misrouted: Finding = {
  id: "misrouted-to-proxy:ec2-metadata/identity",
  code: "misrouted-to-proxy",
  severity: "error",
  subject: { target: "ec2-metadata/identity" },
  args: {
    hosts: ["169.254.169.254"],
    targets: ["ec2-metadata/identity"],
    components: ["shell-commands"],
    proxies: [PROXY],
    reason: "it tells this machine who it is; through a proxy it speaks of another machine, or not at all",
  },
  evidence: ["shell-commands>ec2-metadata/identity", "ec2-metadata/identity@direct"],
  causedBy: [],
  fixes: ["fix:misrouted-to-proxy:ec2-metadata/identity"],
};

const wrongIdentity: Finding = {
  id: "metadata-of-another-machine:ec2-metadata/identity",
  code: "metadata-of-another-machine",
  severity: "error",
  subject: { target: "ec2-metadata/identity" },
  args: {
    proxy: PROXY,
    theirs: "i-0fedcba9876543210",
    ours: "i-0123456789abcdef0",
    components: ["shell-commands"],
  },
  evidence: [
    `ec2-metadata/identity@${PROXY}`,
    "ec2-metadata/identity@direct",
    "shell-commands>ec2-metadata/identity",
  ],
  causedBy: [misrouted.id],
  fixes: misrouted.fixes,
};

const avoidable: Finding = {
  id: "avoidable-proxying:s3/regional",
  code: "avoidable-proxying",
  severity: "warning",
  subject: { target: "s3/regional" },
  args: {
    hosts: ["s3.us-east-1.amazonaws.com", "s3.amazonaws.com"],
    targets: ["s3/regional", "s3/global"],
    components: ["jvm-services"],
    proxies: [PROXY],
    reason: "large transfers; S3 is best called past the proxy where it can be",
  },
  evidence: ["jvm-services>s3/regional", "jvm-services>s3/global", "s3/regional@direct", "s3/global@direct"],
  causedBy: [],
  fixes: [],
};

const DIFF = `--- /etc/environment
+++ /etc/environment
@@ -3,3 +3,3 @@
 https_proxy="http://10.0.0.33:3128"
-NO_PROXY="localhost,127.0.0.1,10.0.1.238,ghe.example.com,172.17.0.1,169.254.*"
-no_proxy="localhost,127.0.0.1,10.0.1.238,ghe.example.com,172.17.0.1,169.254.*"
+NO_PROXY="localhost,127.0.0.1,10.0.1.238,ghe.example.com,172.17.0.1,169.254.*,169.254.169.254"
+no_proxy="localhost,127.0.0.1,10.0.1.238,ghe.example.com,172.17.0.1,169.254.*,169.254.169.254"
`;

export const misroutedMetadata: Report = report({
  targets: [...targets, ...unconfigured],
  unreadable: [{ path: "/etc/circle-installation-customizations", reason: "permission denied" }],
  components,
  observations: observations.map((each) =>
    each.id === `${metadata.id}@${PROXY}` ? answer(metadata.id, viaProxy, 4) : each,
  ),
  decisions: decisions.map((each) => {
    if (each.target === metadata.id) return { ...each, route: viaProxy, because: [names, nearly] };
    return each.component === "jvm-services" && each.target.startsWith("s3/")
      ? { ...each, route: viaProxy }
      : each;
  }),
  findings: [misrouted, wrongIdentity, avoidable],
  fixes: [
    {
      id: "fix:misrouted-to-proxy:ec2-metadata/identity",
      findings: [misrouted.id, wrongIdentity.id],
      components: ["shell-commands"],
      patch: [
        { file: "/etc/environment", line: 4, op: "add-entry", name: "NO_PROXY", value: "169.254.169.254" },
        { file: "/etc/environment", line: 5, op: "add-entry", name: "no_proxy", value: "169.254.169.254" },
      ],
      diff: DIFF,
      restart: ["log out and in again"],
      verdict: "verified",
    },
  ],
  summary: { errors: 1, warnings: 1, infos: 0, unknown: 0, right: 7, unserved: 0 },
});

const deadProxyFinding: Finding = {
  id: "proxy-unreachable:HTTPS_PROXY (/etc/environment:3)",
  code: "proxy-unreachable",
  severity: "error",
  subject: { setting: "HTTPS_PROXY (/etc/environment:3)" },
  args: {
    proxy: PROXY,
    failure: "refused",
    sources: [
      "HTTPS_PROXY (/etc/environment:3)",
      "HTTPS_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:2)",
    ],
    components: ["shell-commands", "docker-daemon", "replicated"],
  },
  evidence: targets.map(({ id }) => `${id}@${PROXY}`),
  causedBy: [],
  fixes: [],
};

function unreachable(id: TargetId, host: string, ...others: readonly TargetId[]): Finding {
  return {
    id: `target-unreachable:${id}`,
    code: "target-unreachable",
    severity: "error",
    subject: { target: id },
    args: {
      hosts: [host],
      targets: [id, ...others],
      components: ["replicated"],
      failures: [
        { route: "direct", code: "timed-out" },
        { route: PROXY, code: "refused" },
      ],
    },
    evidence: [`${id}@direct`, `${id}@${PROXY}`],
    causedBy: [deadProxyFinding.id],
    fixes: [],
  };
}

function askedFor(id: string, who: readonly ComponentId[], lost: readonly Target[]): Fix {
  return {
    id: `fix:${id}:network-team`,
    findings: [id],
    components: who,
    targets: lost.map((each) => each.id),
    patch: [],
    diff: "",
    restart: [],
    verdict: "needs-network-team",
  };
}

export const deadProxy: Report = report({
  targets: [...targets, ...unconfigured],
  components,
  observations: observations.map((each) => {
    if (each.route.kind === "proxy") return failure(each.target, viaProxy, "refused");
    return each.target === "services-machine/output-processor"
      ? failure(each.target, DIRECT, "timed-out")
      : each;
  }),
  decisions,
  findings: [
    deadProxyFinding,
    ...license.map(({ id, url }) => unreachable(id, new URL(url).host)),
    {
      id: "target-timing-out:services-machine/output-processor",
      code: "target-timing-out",
      severity: "error",
      subject: { target: "services-machine/output-processor" },
      args: {
        hosts: ["10.0.1.238"],
        targets: ["services-machine/output-processor"],
        components: ["service-containers"],
        routes: ["direct"],
      },
      evidence: ["services-machine/output-processor@direct"],
      causedBy: [],
      fixes: [],
    },
  ],
  fixes: [
    askedFor(
      "proxy-unreachable:HTTPS_PROXY (/etc/environment:3)",
      ["shell-commands", "docker-daemon", "replicated"],
      license,
    ),
    askedFor(
      "target-timing-out:services-machine/output-processor",
      ["service-containers"],
      services.slice(1),
    ),
  ],
  summary: { errors: 2, warnings: 0, infos: 0, unknown: 0, right: 7, unserved: 0 },
});
