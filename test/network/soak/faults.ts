import { MACHINES, SERVICES_NAME } from "../company/places.ts";
import { type Changes, filesOf, type Plan } from "../company/plan.ts";
import { CUSTOMIZATIONS, DOCKER_DROP_IN, REPLICATED_DEFAULTS } from "../company/settings.ts";
import { S3 } from "../company/sites.ts";
import { alsoBypassed, inAll, replaced, without } from "../stories/changes.ts";

/** Something that goes wrong between two checks and is right again before the next, and what a check says of it. */
export type Fault = {
  readonly name: string;
  readonly plan: Plan;
  /** As `said` has it. */
  readonly says: readonly string[];
};

/** Writes files of the Services machine anew, as an administrator does, and afterwards as they were. */
function rewritten(files: Changes): Plan {
  const changed = filesOf("services", { files: { services: files } });
  const usual = filesOf("services", {});
  const these = (all: typeof usual) =>
    Object.fromEntries(Object.keys(files).map((path) => [path, all[path] ?? null]));
  return {
    last: async ({ machines: { services } }) => {
      services.write(these(changed));
      return async () => services.write(these(usual));
    },
  };
}

const from = `ip saddr ${MACHINES.services}`;
const BEHIND_THE_PROXY = [
  "- target-unreachable license-server/api",
  "- target-unreachable ec2-api/ec2",
  "- target-unreachable container-registries/docker-hub",
  "- target-unreachable package-mirrors/ubuntu",
];

const BLOCKED = {
  status: 200,
  headers: { "Content-Type": "text/html" },
  body: "<html><head><title>Blocked</title></head><body>This site is not allowed.</body></html>",
};

/** Faults that take no more than a moment to come and to go; the first is none. */
export const FAULTS: readonly Fault[] = [
  { name: "nothing", plan: {}, says: [] },
  {
    name: "packets to the proxy vanish",
    plan: { firewall: { faults: [`ip daddr ${MACHINES.proxy} tcp dport 3128 drop`] } },
    says: ["proxy-timing-out https_proxy (environment) (needs-network-team)", ...BEHIND_THE_PROXY],
  },
  {
    name: "the proxy is killed",
    plan: { proxy: "none" },
    says: ["proxy-unreachable https_proxy (environment) (needs-network-team)", ...BEHIND_THE_PROXY],
  },
  {
    name: "the proxy is started again with a list that lacks the license server",
    plan: { proxy: "squid-allow-list" },
    says: [
      "proxy-denies-target license-server/api (needs-network-team)",
      "- target-unreachable license-server/api",
    ],
  },
  {
    name: "the proxy is started again and wants to know who asks",
    plan: { proxy: "squid-login" },
    says: ["proxy-auth-required https_proxy (environment)", ...BEHIND_THE_PROXY],
  },
  {
    name: "a web server has taken the proxy's place",
    plan: { proxy: "web-server" },
    says: [
      "not-a-proxy https_proxy (environment)",
      ...BEHIND_THE_PROXY.slice(0, -1),
      "- target-unreachable package-mirrors/docker",
    ],
  },
  {
    name: "packets to S3 vanish",
    plan: { firewall: { faults: [`${from} ip daddr ${S3.address} drop`] } },
    says: ["misrouted-direct s3/regional (verified)"],
  },
  {
    name: "connections to GitHub Enterprise are reset",
    plan: {
      firewall: { faults: [`${from} ip daddr ${MACHINES.ghe} tcp dport 443 reject with tcp reset`] },
    },
    says: ["target-unreachable github-enterprise/web (needs-network-team)"],
  },
  {
    name: "the name server is dead",
    plan: { names: "dead" },
    says: [
      "misrouted-direct s3/regional (verified)",
      "target-unreachable github-enterprise/web (needs-network-team)",
    ],
  },
  {
    name: "all other clocks are an hour ahead",
    plan: { servers: async () => ({ clockAhead: 3600 }) },
    says: ["clock-skew aws-commands"],
  },
  {
    name: "a filter puts its page in the license server's place",
    plan: {
      servers: async ({ corporate }) => ({
        answers: { "api.replicated.com": BLOCKED },
        identities: { "api.replicated.com": await corporate.identityFor(["api.replicated.com"]) },
      }),
    },
    says: ["block-page license-server/api (needs-network-team)", "- target-unreachable license-server/api"],
  },
  {
    name: "the services' list loses the Nomad client",
    plan: rewritten(inAll(without(MACHINES["nomad-client"]), CUSTOMIZATIONS)),
    says: ["bypass-missing nomad-clients/10.0.1.50 (verified)"],
  },
  {
    name: "the services' list loses the Services machine",
    plan: rewritten(inAll(without(MACHINES.services, SERVICES_NAME), CUSTOMIZATIONS)),
    says: [
      "misrouted-to-proxy services-machine/web (verified)",
      "misrouted-to-proxy services-machine/vm-service (verified)",
      "misrouted-to-proxy services-machine/artifacts (verified)",
    ],
  },
  {
    name: "the services' list has commas for the JVM",
    plan: rewritten(inAll(replaced("|", ","), CUSTOMIZATIONS)),
    says: [
      "jvm-bypass-separator JVM_OPTS (/etc/circle-installation-customizations:7) (verified)",
      "- misrouted-to-proxy github-enterprise/web (verified)",
      "- misrouted-to-proxy services-machine/web (verified)",
      "- bypass-missing nomad-clients/10.0.1.50 (verified)",
      "avoidable-proxying s3/regional (verified)",
    ],
  },
  {
    name: "Replicated's list has the license server",
    plan: rewritten({
      [REPLICATED_DEFAULTS]: (text) => text.replace("NO_PROXY=", "NO_PROXY=api.replicated.com,"),
    }),
    says: ["misrouted-direct license-server/api (verified)"],
  },
  {
    name: "the Docker daemon's drop-in names another proxy, and it was not restarted",
    plan: rewritten(inAll(replaced("10.0.0.33", "10.0.0.99"), DOCKER_DROP_IN)),
    says: [
      "proxy-unreachable HTTPS_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:3)",
      // What mends the file is what the process still has.
      "stale-process docker-daemon (verified)",
      "proxies-disagree HTTP_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:2) (verified)",
    ],
  },
  {
    name: "the EC2 API is bypassed",
    plan: rewritten(inAll(alsoBypassed("ec2.us-east-1.amazonaws.com"), CUSTOMIZATIONS)),
    says: ["misrouted-direct ec2-api/ec2 (verified)"],
  },
];
