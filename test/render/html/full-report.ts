import type { Observation } from "../../../src/model/observation.ts";
import type { Certificate, Phase } from "../../../src/model/phase.ts";
import type { Report } from "../../../src/model/report.ts";
import type { Route } from "../../../src/model/route.ts";
import type { TargetId } from "../../../src/model/target.ts";
import { answer, DIRECT, decision, failure, PROXY, report, through } from "../build.ts";
import { misroutedMetadata } from "../reports.ts";

/** A certificate for a name, whose fingerprint nobody else has. */
export function certificate(name: string, issuer: string): Certificate {
  return {
    subject: `CN=${name}`,
    issuer: `CN=${issuer}`,
    names: `DNS:${name}`,
    validFrom: "2026-01-01T00:00:00.000Z",
    validTo: "2027-01-01T00:00:00.000Z",
    sha256: `AB:CD:${name}`,
    key: "RSA 2048",
    issuerAt: "http://certificates.example.com/issuer.cer",
  };
}

/** The steps of an exchange that went well, as they are on a real network. */
export function stepsTo(host: string, route: Route): readonly Phase[] {
  const tries = [{ address: "192.0.2.1", at: 0, ms: 12, outcome: "connected" }];
  const connected = { remote: "192.0.2.1:443", local: "10.0.1.238:50000", tries };
  const way: readonly Phase[] =
    route.kind === "direct"
      ? [
          { name: "dns", status: "ok", ms: 3.2, facts: { host, addresses: ["192.0.2.1", "192.0.2.2"] } },
          { name: "tcp", status: "ok", ms: 12.4, facts: connected },
        ]
      : [
          { name: "proxy-dns", status: "skipped", because: "the address needs no lookup" },
          { name: "proxy-tcp", status: "ok", ms: 4.7, facts: connected },
          { name: "tunnel", status: "ok", ms: 33, facts: { status: 200, headers: {}, offers: ["Basic"] } },
        ];
  return [
    ...way,
    {
      name: "tls",
      status: "ok",
      ms: 41.5,
      facts: {
        protocol: "TLSv1.3",
        cipher: "TLS_AES_256_GCM_SHA384",
        chain: [certificate(host, "Example Issuing CA"), certificate("Example Issuing CA", "Example Root")],
        trust: { node: "trusted", "/etc/ssl/certs/ca-certificates.crt": "unknown-issuer" },
      },
    },
    { name: "request", status: "ok", ms: 0.4, facts: { method: "GET", url: `https://${host}/` } },
    {
      name: "response",
      status: "ok",
      ms: 60,
      facts: {
        status: 200,
        headers: { server: "nginx", "content-type": "text/html", date: "Fri, 27 Nov 2026 21:35:27 GMT" },
        body: "<html>\n<title>Welcome</title>",
        clockAheadMs: 64_000,
        callerAddress: "203.0.113.33",
      },
    },
  ];
}

function served(id: TargetId, host: string, route: Route): Observation {
  const known = answer(id, route, 20);
  return known.outcome === "broken" ? known : { ...known, phases: stepsTo(host, route) };
}

const { observations, findings, fixes } = misroutedMetadata;

const FAILED_LOOKUP: Phase = {
  name: "dns",
  status: "failed",
  ms: 5000,
  failure: { code: "resolver-silent", message: "queryA ETIMEOUT", errno: "EAI_AGAIN" },
  facts: {
    host: "get.replicated.com",
    servers: [{ server: "10.0.0.2", ms: 1000, says: "addresses", unanswered: "AAAA" }],
  },
};

/** A handshake that failed when the chain had been seen already. */
const FAILED_HANDSHAKE: Phase = {
  name: "tls",
  status: "failed",
  ms: 12,
  failure: { code: "tls-alert", message: "handshake failure", alert: 40 },
  facts: { chain: [certificate("filter.example.com", "Filter CA")] },
};

/** A report in which everything that a page can tell occurs at least once. */
export const full: Report = report({
  ...misroutedMetadata,
  installation: {
    ...misroutedMetadata.installation,
    programs: { curl: "7.81.0", git: "2.34.1" },
    found: { role: "flag", region: "/etc/circle.conf:3" },
    nomadClients: ["10.0.2.17"],
  },
  observations: observations.map((each): Observation => {
    const { id, target, route } = each;
    if (target === "license-server/api") return served(target, "api.replicated.com", route);
    if (target === "services-machine/output-processor" && route.kind === "proxy") {
      const known = answer(target, route, 5, "someone-else");
      return known.outcome === "broken" ? known : { ...known, product: "squid" };
    }
    if (target === "s3/global" && route.kind === "direct") {
      return { id, target, route, outcome: "broken", error: "TypeError: x is undefined" };
    }
    if (target === "license-server/get" && route.kind === "direct" && each.outcome === "failed") {
      return {
        ...each,
        phases: [FAILED_LOOKUP, { name: "tcp", status: "skipped", because: "an earlier phase failed" }],
      };
    }
    if (target === "license-server/registry" && route.kind === "direct" && each.outcome === "failed") {
      return { ...each, phases: [FAILED_HANDSHAKE] };
    }
    return target === "services-machine/web" && each.outcome !== "broken"
      ? {
          ...each,
          script: {
            answer: "PROXY a:1; DIRECT",
            chose: "direct",
            passedOver: [{ route: PROXY, failure: "refused" }],
          },
        }
      : each;
  }),
  settings: [
    {
      name: "HTTP_PROXY",
      value: "http://user:***@10.0.0.33:3128",
      exported: false,
      flaw: "unquoted",
      source: {
        kind: "file",
        path: "/etc/environment",
        line: 2,
        loader: "shell",
        unit: "docker.service",
        everyoneReads: true,
      },
    },
    { name: "NO_PROXY", value: "localhost", exported: true, source: { kind: "environment" } },
    {
      name: "no_proxy",
      value: "",
      exported: true,
      resets: true,
      source: { kind: "process", pid: 812, program: "dockerd", part: "environment" },
    },
  ],
  fileFaults: [
    { kind: "syntax-error", path: "/etc/wgetrc", line: 3, loader: "wgetrc", text: "http_proxy http://x" },
  ],
  processes: [{ pid: 812, program: "dockerd", environment: "read" }],
  trustStores: [
    { id: "node", kind: "built-in", authorities: 144 },
    { id: "/etc/pki/missing.pem", kind: "bundle", unreadable: "no such file", found: "absent" },
  ],
  trust: [
    {
      component: "shell-commands",
      client: "curl",
      because: [{ setting: "SSL_CERT_FILE", source: "environment" }],
      stores: ["node"],
    },
    { component: "replicated", client: "go", because: [], oneOf: ["node", "/etc/pki/missing.pem"] },
    { component: "jvm-services", client: "java", because: [], unknown: "in-a-container" },
    { component: "docker-daemon", client: "go", because: [], takes: "any-certificate" },
  ],
  findings: findings.map((each) => ({
    ...each,
    evidence: [...each.evidence, "HTTP_PROXY@/etc/environment", "file:/etc/wgetrc", "process:812"],
  })),
  fixes: [
    ...fixes,
    ...fixes.map((each) => ({
      ...each,
      id: "fix:in-vain",
      verdict: "makes-worse" as const,
      restart: ["sudo systemctl restart docker"],
    })),
  ],
  clock: { aheadSeconds: -64, hosts: 3, answers: ["s3/regional@direct"] },
  egress: [{ route: "direct", address: "203.0.113.9" }],
  toolErrors: ["rule proxies-disagree: broken"],
  stopped: "interrupt",
});

/** A report of as many targets, each measured direct and through three proxies. */
export function large(targets: number): Report {
  const routes: readonly Route[] = [
    DIRECT,
    ...[33, 34, 35].map((last) => through(`http://10.0.0.${last}:3128`)),
  ];
  const ids = Array.from({ length: targets }, (_, at): TargetId => `own-services/service-${at + 1}`);
  const [known] = misroutedMetadata.targets;
  const decisions = ids.flatMap((id, at) =>
    (["shell-commands", "replicated", "docker-daemon", "jvm-services", "service-containers"] as const).map(
      (component) =>
        decision(component, id, routes[at % 2] ?? DIRECT, [
          { setting: "HTTPS_PROXY", source: "/etc/environment:3", effect: "proxies" },
        ]),
    ),
  );
  const [misrouted] = misroutedMetadata.findings;
  return report({
    ...misroutedMetadata,
    targets: ids.map((id) => ({
      ...(known !== undefined && "url" in known
        ? known
        : {
            exchange: { kind: "connect" },
            marks: [],
            reason: "",
            policy: { standard: "either", corporate: "either" },
          }),
      id,
      url: `https://${id.replace("/", ".")}.example.com/`,
    })),
    observations: ids.flatMap((id, at) =>
      routes.map((route, which) =>
        (at + which) % 4 === 0
          ? failure(id, route, "timed-out")
          : served(id, `${id.replace("/", ".")}.example.com`, route),
      ),
    ),
    decisions,
    findings:
      misrouted === undefined
        ? []
        : [
            {
              ...misrouted,
              evidence: [
                ...decisions.map(({ component, target }) => `${component}>${target}`),
                ...ids.map((id) => `${id}@direct`),
              ],
            },
          ],
    fixes: [],
  });
}
