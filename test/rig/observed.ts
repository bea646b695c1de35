import { type Attempt, attemptId, type Observation } from "../../src/model/observation.ts";
import type { FailureCode, Phase, PhaseName } from "../../src/model/phase.ts";
import { routeId } from "../../src/model/route.ts";
import { endpointOf, type Target } from "../../src/model/target.ts";
import type { Trust, TrustFault } from "../../src/model/trust.ts";

/**
 * What an attempt shall have shown: `works`, `block-page`, `unrecognised`, `unmeasured`, `i-… 10.0.0.33` (an
 * identity document), or `<phase>/<failure code>`. Behind it may stand ` presenting NAME`: a chain that TLS showed first.
 */
export type Showing = string;

/** A certificate as a server presents it, and what each store says of it. Each host has one of its own. */
export type Chain = {
  readonly issuer: string;
  readonly trust: Trust;
  readonly untrusted?: TrustFault;
  readonly wrongName?: true;
  /** How many certificates are sent; two where nothing else is said. */
  readonly sent?: number;
  /** All hosts present this one. */
  readonly sha256?: string;
  readonly validTo?: string;
};

/** Chains by the names that showings have for them. */
export type Chains = Readonly<Record<string, Chain>>;

/** What each route showed; keys are target ids, whole probes (`s3/*`) or `*`; the most exact one counts. */
export type Showings = Readonly<Record<string, Readonly<Record<string, Showing>>>>;

/** Observations as if every attempt had been made and had shown this. */
export function observe(
  attempts: readonly Attempt[],
  showings: Showings,
  chains: Chains = {},
): readonly Observation[] {
  return attempts.flatMap((attempt) => {
    const shown = showings[routeId(attempt.route)] ?? {};
    const { id } = attempt.target;
    const showing = shown[id] ?? shown[`${id.split("/")[0]}/*`] ?? shown["*"] ?? "unmeasured";
    const [bare = "", name] = showing.split(" presenting ");
    if (bare === "unmeasured") return [];
    const seen = observation(attempt, bare);
    // Over plain HTTP nobody presents one.
    if (name === undefined || seen.outcome === "broken" || !attempt.target.url.startsWith("https:"))
      return [seen];
    const chain = chains[name];
    if (chain === undefined) throw new Error(`no chain is named ${name}`);
    return [{ ...seen, phases: [presented(chain, name, attempt.target), ...seen.phases] }];
  });
}

function observation({ target, route }: Attempt, showing: Showing): Observation {
  const common = { id: attemptId(target.id, routeId(route)), target: target.id, route };
  const answered = (answeredBy: "target" | "someone-else" | "unknown", phases: readonly Phase[]) =>
    ({ ...common, outcome: "ok", answeredBy, phases }) as const;
  if (showing === "works") return answered("target", []);
  if (showing === "unrecognised") return answered("unknown", []);
  if (showing === "block-page") return answered("someone-else", [response({})]);
  const [, instanceId, privateIp] = /^(i-\w+) (\S+)$/.exec(showing) ?? [];
  if (instanceId !== undefined && privateIp !== undefined) {
    return answered("target", [response({ identity: { instanceId, privateIp, region: "us-east-1" } })]);
  }
  const [name = "", code = ""] = showing.split("/");
  const failure = { code: code as FailureCode, message: code };
  const failed = { name: name as PhaseName, status: "failed", ms: 1, failure } as Phase;
  const byProxy = code.startsWith("proxy-");
  return { ...common, outcome: "failed", answeredBy: byProxy ? "proxy" : "unknown", phases: [failed] };
}

function response(more: Partial<Extract<Phase, { name: "response"; status: "ok" }>["facts"]>): Phase {
  return { name: "response", status: "ok", ms: 1, facts: { status: 200, headers: {}, body: "", ...more } };
}

function presented({ issuer, sent = 2, ...chain }: Chain, name: string, { url }: Target): Phase {
  const { host } = endpointOf(url);
  const certificate = (subject: string, signer: string) => ({
    subject,
    issuer: signer,
    names: `DNS:${host}`,
    validFrom: "2026-01-01T00:00:00.000Z",
    validTo: chain.validTo ?? "2027-01-01T00:00:00.000Z",
    sha256: chain.sha256 ?? `${name} ${subject}`,
    key: "RSA 2048",
  });
  const { trust, untrusted, wrongName } = chain;
  const all = [certificate(`CN=${host}`, issuer), certificate(issuer, issuer)];
  const facts = {
    protocol: "TLSv1.3",
    cipher: "TLS_AES_256_GCM_SHA384",
    chain: all.slice(0, sent),
    trust,
    ...(untrusted === undefined ? {} : { untrusted }),
    ...(wrongName === undefined ? {} : { wrongName }),
  };
  return { name: "tls", status: "ok", ms: 1, facts };
}
