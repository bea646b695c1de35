import type { FindingArgs, FindingCode } from "../../src/model/finding.ts";

const PROXY = "http://10.0.0.33:3128";
const traffic = {
  hosts: ["ghe.example.com"],
  targets: ["github-enterprise/web"],
  components: ["docker-daemon", "build-agent"],
} as const;

const misset = {
  places: [
    {
      name: "HTTPS_PROXY",
      value: "10.0.0.33:3128",
      source: "/etc/environment:3",
      text: "HTTPS_PROXY=10.0.0.33:3128",
    },
  ],
  effects: [{ clients: ["apt"], scheme: "https", does: { route: "invalid", why: "unsupported" } }],
} as const;

const twoSpellings = {
  ...misset,
  places: [
    ...misset.places,
    { name: "https_proxy", value: "", source: "/etc/environment:4", text: "https_proxy=" },
  ],
} as const;

const reception = {
  refusing: [{ why: "unknown-issuer", components: ["aws-commands", "nomad-client-jvm"] }],
  accepting: ["shell-commands", "docker-daemon"],
  unknown: [{ because: "in-a-container", components: ["service-containers"] }],
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
  "proxy-credentials-rejected": {
    proxy: "http://alice@10.0.0.33:3128",
    user: "alice",
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated"],
  },
  "proxy-denies-port": {
    proxy: PROXY,
    ports: [8585],
    targets: ["services-machine/output-processor"],
    status: 403,
  },
  "proxy-cannot-reach-target": {
    proxy: PROXY,
    targets: ["license-server/api"],
    status: 503,
    product: "squid",
    errno: "ECONNREFUSED",
  },
  "not-a-proxy": {
    proxy: PROXY,
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated"],
  },
  "port-closed": {
    hosts: ["10.0.1.238"],
    ports: [4647, 8585],
    targets: ["services-machine/nomad", "services-machine/output-processor"],
    components: ["nomad-agent", "build-agent"],
    failure: "timed-out",
  },
  "console-unreachable": { host: "10.0.1.238", failure: "timed-out" },
  "proxy-auth-required": {
    proxy: PROXY,
    schemes: ["Basic"],
    credentials: "none-sent",
    sources: ["HTTPS_PROXY (/etc/environment:3)"],
    components: ["replicated", "jvm-services", "aws-commands"],
    logins: [
      { components: ["replicated"], scheme: "Basic", needs: [] },
      {
        components: ["jvm-services"],
        scheme: "Basic",
        needs: ["java-authenticator", "java-disabled-schemes"],
      },
      { components: ["aws-commands"] },
    ],
  },
  "proxy-denies-target": { proxy: PROXY, targets: ["license-server/api", "license-server/get"], status: 403 },
  "metadata-of-another-machine": {
    proxy: PROXY,
    theirs: "i-0fedcba9876543210",
    ours: "i-0123456789abcdef0",
    components: ["shell-commands"],
  },
  "metadata-token-refused": {
    route: "direct",
    token: "refused",
    status: 403,
    without: 401,
    components: ["shell-commands", "aws-commands"],
  },
  "block-page": {
    route: PROXY,
    targets: ["license-server/get"],
    status: 200,
    issuer: "O=Zscaler Inc., CN=Zscaler Intermediate Root CA",
    product: "Zscaler",
  },
  "clock-skew": {
    aheadSeconds: -5400,
    hosts: 7,
    targets: ["ec2-api/ec2", "s3/regional"],
    components: ["aws-commands", "jvm-services"],
    onEc2: true,
  },
  "untrusted-certificate": {
    ...reception,
    hosts: ["ghe.example.com"],
    targets: ["github-enterprise/web"],
    routes: ["direct"],
    leaf: {
      subject: "CN=ghe.example.com",
      issuer: "CN=Example Issuing CA",
      names: "DNS:ghe.example.com",
      validFrom: "2026-01-01T00:00:00.000Z",
      validTo: "2027-01-01T00:00:00.000Z",
      sha256: "AB:CD",
      key: "RSA 2048",
    },
    sent: 1,
  },
  "tls-interception": {
    ...reception,
    route: PROXY,
    issuer: "CN=Example Interception CA",
    hosts: ["api.replicated.com"],
    targets: ["license-server/api"],
    instead: ["C=US, O=Amazon, CN=Amazon RSA 2048 M02"],
  },
  "proxy-url-malformed": {
    setting: "HTTPS_PROXY",
    source: "/etc/environment:3",
    why: "curl stops: the proxy has an unsupported scheme",
    components: ["shell-commands"],
  },
  "bypass-missing": { ...traffic, proxies: [PROXY], reason: "it is on the internal network" },
  "components-disagree": {
    hosts: ["ec2.us-east-1.amazonaws.com"],
    targets: ["ec2-api/ec2"],
    ways: [
      { route: "direct", components: ["docker-daemon"] },
      { route: PROXY, components: ["build-agent"] },
    ],
  },
  "proxy-scheme-missing": misset,
  "proxy-port-missing": misset,
  "proxy-scheme-https": misset,
  "unsupported-proxy-scheme": misset,
  "literal-quotes": misset,
  "stray-whitespace": misset,
  "conflicting-case": twoSpellings,
  "empty-lowercase-variable": twoSpellings,
  "unexported-variable": misset,
  "duplicate-assignment": misset,
  "jvm-bypass-separator": misset,
  "jvm-https-bypass-property": misset,
  "jvm-https-proxy-missing": misset,
  "docker-daemon-without-proxy": misset,
  "replicated-conf-without-effect": misset,
  "placeholder-left-in": { ...misset, placeholders: ["<proxy-ip:port>"] },
  "uppercase-only-variable": { ...misset, readers: ["curl", "wget"] },
  "unquoted-value": { ...misset, why: "unquoted" },
  "pasted-label": { path: "/etc/environment", lines: [{ line: 1, text: "2.) (cat <<'EOF'" }] },
  "bypass-matches-some-clients": {
    ...misset,
    hosts: ["10.0.1.238"],
    entries: ["10.0.0.0/16"],
    matching: ["go"],
    missing: ["wget", "apt"],
  },
  "no-proxy-spaces": { ...misset, readers: ["apt"] },
  "jvm-options-missing": { ...misset, components: ["jvm-services"] },
  "jvm-proxy-host-malformed": { ...misset, properties: ["http.proxyHost"] },
  "jvm-basic-auth-disabled": { ...misset, proxy: PROXY },
  "proxies-disagree": {
    proxies: [
      { proxy: "10.0.0.33:3128", places: misset.places },
      { proxy: "10.0.0.34:3128", places: misset.places },
    ],
  },
  "ignored-settings-file": { ...misset, path: "/etc/default/docker", components: ["docker-daemon"] },
  "stale-process": {
    program: "dockerd",
    pids: [812],
    components: ["docker-daemon"],
    differences: [{ name: "NO_PROXY", running: "localhost", files: "localhost,10.0.1.238" }],
    restart: ["sudo systemctl restart docker"],
  },
  "replicated-conf-invalid": {
    path: "/etc/replicated.conf",
    line: 1,
    text: '{"HttpProxy": "http://10.0.0.33:3128"',
    why: "not-json",
  },
  "readable-credentials": { ...misset, path: "/etc/environment" },
  "server-too-old": { version: "2.18.3", since: "2.19.02" },
};
