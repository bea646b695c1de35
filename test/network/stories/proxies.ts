import { blockPage } from "../../../src/lab/fakes/block-page.ts";
import { trustOn } from "../company/base-files.ts";
import { MACHINES, SERVICES_NAME } from "../company/places.ts";
import { LOGIN } from "../company/proxies.ts";
import { proxiedCallsLost } from "../company/right-ways.ts";
import {
  CUSTOMIZATIONS,
  DOCKER_DROP_IN,
  ENVIRONMENT,
  NOMAD_DROP_IN,
  REPLICATED_CONF,
  REPLICATED_DEFAULTS,
} from "../company/settings.ts";
import { slowProxy } from "../company/slow-proxy.ts";
import { type Change, inAll, without } from "./changes.ts";
import { chapter } from "./story.ts";

const ALL = [ENVIRONMENT, CUSTOMIZATIONS, REPLICATED_CONF, REPLICATED_DEFAULTS, DOCKER_DROP_IN];
const NOMAD_FILES = [ENVIRONMENT, DOCKER_DROP_IN, NOMAD_DROP_IN];
const withLogin =
  (password: string, jvm = ""): Change =>
  (text) =>
    text
      .replaceAll("//10.0.0.33", `//${LOGIN.user}:${password}@10.0.0.33`)
      .replaceAll(
        "-Dhttps.proxyHost",
        `-Dhttps.proxyUser=${LOGIN.user} -Dhttps.proxyPassword=${password} ${jvm}-Dhttps.proxyHost`,
      );
/** What a JVM is told that may log in to a proxy for a tunnel. */
const MAY_LOG_IN = "-Djdk.http.auth.tunneling.disabledSchemes= ";
const BEHIND_THE_PROXY = [
  "- target-unreachable license-server/api",
  "- target-unreachable ec2-api/ec2",
  "- target-unreachable container-registries/docker-hub",
  "- target-unreachable package-mirrors/ubuntu",
];
/** A JVM itself has no login: its programs have, and take it from where they will. */
const JVM_ASKED =
  "proxy-auth-required JVM_OPTS -Dhttps.proxyHost (/etc/circle-installation-customizations:7)";
const READABLE = [
  "readable-credentials http_proxy (/etc/environment:1)",
  "readable-credentials http_proxy (/etc/circle-installation-customizations:1)",
  "readable-credentials HttpProxy (/etc/replicated.conf:1)",
  "readable-credentials HTTP_PROXY (/etc/default/replicated:1)",
  "readable-credentials HTTP_PROXY (/etc/systemd/system/docker.service.d/http-proxy.conf:2)",
];

export const PROXIES = chapter("proxies", [
  {
    name: "that want to know who asks",
    plan: { proxy: "squid-login" },
    says: ["proxy-auth-required https_proxy (environment)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that are told a wrong password",
    plan: { proxy: "squid-login", files: { services: inAll(withLogin("wrong", MAY_LOG_IN), ...ALL) } },
    says: [
      JVM_ASKED,
      ...BEHIND_THE_PROXY,
      "proxy-credentials-rejected https_proxy (environment)",
      ...READABLE,
    ],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that are told the right password, which the JVM keeps to itself",
    plan: { proxy: "squid-login", files: { services: inAll(withLogin(LOGIN.password), ...ALL) } },
    says: [
      JVM_ASKED,
      "jvm-basic-auth-disabled JVM_OPTS (/etc/circle-installation-customizations:7) (verified)",
      ...READABLE,
    ],
    leaves: [JVM_ASKED, ...READABLE],
  },
  {
    name: "that know users by NTLM alone",
    plan: { proxy: "squid-ntlm" },
    says: ["proxy-auth-required https_proxy (environment)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that do not run",
    plan: { proxy: "none" },
    says: ["proxy-unreachable https_proxy (environment) (needs-network-team)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that a firewall swallows",
    plan: { firewall: { faults: [`ip daddr ${MACHINES.proxy} tcp dport 3128 drop`] } },
    says: ["proxy-timing-out https_proxy (environment) (needs-network-team)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that take 0.8 s for a turn, and serve",
    plan: { last: ({ machines }) => slowProxy(machines.proxy.space, 800) },
    words: ["--timeout", "10"],
    says: [],
  },
  {
    name: "that take longer for a turn than an attempt may",
    plan: { last: ({ machines }) => slowProxy(machines.proxy.space, 60_000) },
    says: ["proxy-timing-out https_proxy (environment) (needs-network-team)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that tunnel to port 443 alone, for a Nomad client that asks for others",
    on: "nomad-client",
    plan: {
      proxy: "squid-443",
      files: { "nomad-client": inAll(without(MACHINES.services, SERVICES_NAME), ...NOMAD_FILES) },
    },
    says: [
      "misrouted-to-proxy services-machine/web (verified)",
      "misrouted-to-proxy services-machine/output-processor (verified)",
      "- proxy-denies-port services-machine/output-processor (verified)",
    ],
  },
  {
    name: "that tunnel to port 443 alone, for a laptop that asks for the console",
    on: "laptop",
    plan: {
      proxy: "squid-443",
      files: { laptop: inAll(without(MACHINES.services, SERVICES_NAME), ENVIRONMENT) },
    },
    says: [
      "misrouted-to-proxy services-machine/web (verified)",
      "- proxy-denies-port services-machine/console (verified)",
    ],
  },
  {
    name: "whose list lacks the license server",
    plan: { proxy: "squid-allow-list" },
    says: [
      "proxy-denies-target license-server/api (needs-network-team)",
      "- target-unreachable license-server/api",
    ],
    except: { "replicated > api.replicated.com": "lost", "shell-commands > get.replicated.com": "lost" },
  },
  {
    name: "that can resolve no name",
    plan: { proxy: "squid-no-names" },
    says: ["proxy-cannot-reach-target license-server/api (needs-network-team)", ...BEHIND_THE_PROXY],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that are a web server",
    plan: { proxy: "web-server" },
    says: [
      "not-a-proxy https_proxy (environment)",
      ...BEHIND_THE_PROXY.slice(0, -1),
      "- target-unreachable package-mirrors/docker",
    ],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that speak SOCKS",
    plan: { proxy: "socks" },
    says: [
      "not-a-proxy https_proxy (environment)",
      ...BEHIND_THE_PROXY,
      "- target-unreachable package-mirrors/docker",
    ],
    except: proxiedCallsLost("services"),
  },
  {
    name: "that open TLS, and that nobody trusts",
    plan: { proxy: "interceptor" },
    says: [
      "tls-interception license-server/api",
      "- untrusted-certificate license-server/get",
      "- untrusted-certificate license-server/registry",
      "- untrusted-certificate license-server/registry-data",
      "- untrusted-certificate ec2-api/ec2",
      "- untrusted-certificate ec2-api/sts",
      "- untrusted-certificate ec2-api/sqs",
      "- untrusted-certificate container-registries/docker-hub",
      "- untrusted-certificate container-registries/docker-auth",
      "- untrusted-certificate container-registries/quay",
      "- untrusted-certificate package-mirrors/docker",
      "- untrusted-certificate package-mirrors/hashicorp",
    ],
    except: {
      "docker-daemon > registry-1.docker.io": "lost",
      "jvm-services > ec2.us-east-1.amazonaws.com": "lost",
      "replicated > api.replicated.com": "lost",
      "shell-commands > get.replicated.com": "lost",
    },
  },
  {
    name: "that open TLS, and that the system's store trusts alone",
    plan: {
      proxy: "interceptor",
      last: async ({ machines: { services }, authorities }) => {
        services.touched();
        trustOn(services.root, authorities.corporate.root);
        return async () => undefined;
      },
    },
    says: ["tls-interception license-server/api"],
    except: { "jvm-services > ec2.us-east-1.amazonaws.com": "lost" },
  },
]);

const page = blockPage[443];
const BLOCKED = { status: 200, headers: { "Content-Type": "text/html" }, body: "" };

export const FILTERS = chapter("filters", [
  {
    name: "that put a page of their own in the license server's place",
    plan: {
      servers: async ({ corporate }) => ({
        answers: {
          "api.replicated.com":
            page?.speaks === "https" ? page.answer({ method: "GET", path: "/", headers: {} }) : BLOCKED,
        },
        identities: { "api.replicated.com": await corporate.identityFor(["api.replicated.com"]) },
      }),
    },
    says: ["block-page license-server/api (needs-network-team)", "- target-unreachable license-server/api"],
    except: { "replicated > api.replicated.com": "lost" },
  },
]);
