import { type Attempt, attemptId, type Observation } from "../../src/model/observation.ts";
import type { FailureCode, Phase, PhaseName } from "../../src/model/phase.ts";
import { routeId } from "../../src/model/route.ts";
import { endpointOf, type Target } from "../../src/model/target.ts";
import type { Trust, TrustFault } from "../../src/model/trust.ts";

/**
 * What an attempt shall have shown: `works`, `block-page`, `unrecognised`, `unmeasured`, or
 * - `works, others' clocks 400 s ahead` (`-400` for behind),
 * - `says 203.0.113.7`, of who tells callers their address,
 * - `i-… 10.0.0.33`, an identity document, or `status 401`, the service's word in its place; with `, token silent` or
 *   `, token refused 403`, and `, via a proxy`,
 * - `<phase>/<failure code>`, with ` offers NTLM Basic`.
 *
 * Behind it may stand ` presenting NAME`: a chain that TLS showed first.
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
    const tunnel = seen.phases.filter((phase) => phase === TUNNEL);
    const after = seen.phases.filter((phase) => phase !== TUNNEL);
    return [{ ...seen, phases: [...tunnel, presented(chain, name, attempt.target), ...after] }];
  });
}

function observation({ target, route }: Attempt, showing: Showing): Observation {
  const common = { id: attemptId(target.id, routeId(route)), target: target.id, route };
  const answered = (answeredBy: "target" | "someone-else" | "unknown", phases: readonly Phase[]) =>
    ({ ...common, outcome: "ok", answeredBy, phases }) as const;
  if (showing === "works") return answered("target", isByTunnel(route) ? [TUNNEL] : []);
  if (showing === "unrecognised") return answered("unknown", []);
  if (showing === "block-page") return answered("someone-else", [response({})]);
  const ahead = /^works, others' clocks (-?\d+) s ahead$/.exec(showing)?.[1];
  if (ahead !== undefined) return answered("target", [response({ clockAheadMs: 1000 * Number(ahead) })]);
  const callerAddress = /^says (\S+)$/.exec(showing)?.[1];
  if (callerAddress !== undefined) return answered("target", [response({ callerAddress })]);
  const metadata = metadataIn(showing);
  if (metadata !== undefined) return answered("target", [response(metadata)]);
  const [, name = "", code = "", offers] = /^([\w-]+)\/([\w-]+)(?: offers (.*))?$/.exec(showing) ?? [];
  const failure = { code: code as FailureCode, message: code };
  const facts = offers === undefined ? {} : { facts: { offers: offers.split(" ") } };
  const failed = { name: name as PhaseName, status: "failed", ms: 1, failure, ...facts } as Phase;
  const byProxy = code.startsWith("proxy-");
  return { ...common, outcome: "failed", answeredBy: byProxy ? "proxy" : "unknown", phases: [failed] };
}

const TUNNEL: Phase = { name: "tunnel", status: "ok", ms: 1, facts: { status: 200, headers: {} } };

function isByTunnel(route: Attempt["route"]): boolean {
  return route.kind === "proxy" && route.mode === "tunnel";
}

type ResponseFacts = Extract<Phase, { name: "response"; status: "ok" }>["facts"];

function metadataIn(showing: Showing): Partial<ResponseFacts> | undefined {
  const [what = "", ...more] = showing.split(", ");
  const [, instanceId, privateIp] = /^(i-\w+) (\S+)$/.exec(what) ?? [];
  const status = /^status (\d+)$/.exec(what)?.[1];
  if (instanceId === undefined && status === undefined) return undefined;
  const [, token, tokenStatus] = /^token (\w+)(?: (\d+))?$/.exec(more[0] ?? "") ?? [];
  return {
    headers: { server: "EC2ws", ...(more.includes("via a proxy") ? { via: "1.1 filter (squid)" } : {}) },
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(privateIp === undefined ? {} : { identity: { instanceId, privateIp, region: "us-east-1" } }),
    ...(token === undefined ? {} : { token: token as ResponseFacts["token"] }),
    ...(tokenStatus === undefined ? {} : { tokenStatus: Number(tokenStatus) }),
  } as Partial<ResponseFacts>;
}

function response(more: Partial<ResponseFacts>): Phase {
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
