import type { FindingArgs, FindingCode } from "../../src/model/finding.ts";

const PROXY = "http://10.0.0.33:3128";
const traffic = {
  hosts: ["ghe.example.com"],
  targets: ["github-enterprise/web"],
  components: ["docker-daemon", "build-agent"],
} as const;

/** Arguments for every code, as a rule would give them. */
export const SAMPLES: { readonly [C in FindingCode]: FindingArgs[C] } = {
  "misrouted-to-proxy": { ...traffic, proxies: [PROXY], reason: "it is on the internal network" },
  "misrouted-direct": { ...traffic, proxies: [PROXY], direct: "fails", reason: "as the network allows" },
  "avoidable-proxying": { ...traffic, proxies: [PROXY], reason: "large transfers" },
  "target-timing-out": { ...traffic, routes: ["direct", PROXY] },
  "target-unreachable": {
    ...traffic,
    failures: [
      { route: "direct", code: "name-not-found" },
      { route: PROXY, code: "answered-by-another" },
    ],
  },
  "proxy-unreachable": {
    proxy: PROXY,
    failure: "refused",
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated"],
  },
  "proxy-timing-out": {
    proxy: PROXY,
    where: "connecting",
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated"],
  },
  "proxy-auth-required": {
    proxy: PROXY,
    schemes: ["Basic"],
    credentials: "none-sent",
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated"],
  },
  "proxy-denies-target": { proxy: PROXY, targets: ["license-server/api", "license-server/get"], status: 403 },
  "metadata-of-another-machine": {
    proxy: PROXY,
    theirs: "i-0fedcba9876543210",
    ours: "i-0123456789abcdef0",
    components: ["shell-commands"],
  },
  "block-page": { route: PROXY, targets: ["license-server/get"], status: 200, issuer: "CN=Example Filter" },
  "proxy-url-malformed": {
    setting: "HTTPS_PROXY",
    source: "/etc/environment:3",
    why: "curl stops: the proxy has an unsupported scheme",
    components: ["shell-commands"],
  },
};
