import net from "node:net";
import { parseProxyUrl } from "../../src/decide/proxies.ts";
import { measure } from "../../src/measure/measure.ts";
import type { Network } from "../../src/measure/network.ts";
import { type Attempt, attemptId, type Observation } from "../../src/model/observation.ts";
import type { Phase, PhaseName } from "../../src/model/phase.ts";
import { DIRECT, type Proxy, proxyId, routeId, routeThrough } from "../../src/model/route.ts";
import { Secret } from "../../src/model/secret.ts";
import type { Exchange, Mark, Target } from "../../src/model/target.ts";
import { givenStore } from "../../src/model/trust.ts";

/** Names that have no address, and how the resolver says so (errno of libuv; transport-notes 3). */
const NAMELESS: Readonly<Record<string, readonly [string, number]>> = {
  "unknown.test": ["ENOTFOUND", -3008],
  "empty.test": ["ENOTFOUND", -3007],
  "servfail.test": ["EAI_AGAIN", -3001],
};

/** A network in which every name is loopback, but for those that are known for their faults; it trusts these too. */
export function loopback(certificates: readonly string[] = []): Network {
  return {
    lookup: async (host) => {
      const [code, errno] = NAMELESS[host] ?? [];
      if (code !== undefined) throw Object.assign(new Error(`getaddrinfo ${code}`), { code, errno });
      if (host === "slow.test") return new Promise(() => undefined);
      return [{ address: "127.0.0.1", family: 4 }];
    },
    connect: ({ address, family }, port) => net.connect({ host: address, family, port }),
    stores: certificates.length === 0 ? [] : [givenStore(certificates)],
    close: () => undefined,
  };
}

/** What is to be measured, with the usual left out. `proxy` is a URL as a person writes it. */
export type Question = {
  readonly url: string;
  readonly proxy?: string;
  readonly exchange?: Exchange;
  readonly marks?: readonly Mark[];
  readonly attemptMs?: number;
  readonly network?: Network;
  readonly signal?: AbortSignal;
  readonly clock?: () => Date;
};

const GET: Exchange = { kind: "http", method: "GET", headers: {} };

export function targetOf(
  { url, exchange = GET, marks = [] }: Question,
  id: Target["id"] = "test/target",
): Target {
  return { id, url, exchange, marks, policy: { standard: "either", corporate: "either" }, reason: "" };
}

export function proxyOf(url: string): Proxy {
  const endpoint = parseProxyUrl(url);
  if (endpoint === undefined) throw new Error(`not a proxy: ${url}`);
  const userinfo = /\/\/(.*)@/.exec(url)?.[1];
  return {
    ...endpoint,
    id: proxyId(endpoint),
    ...(userinfo === undefined ? {} : { credentials: new Secret(userinfo) }),
  };
}

export function attemptOf(target: Target, proxy?: Proxy): Attempt {
  const route = proxy === undefined ? DIRECT : routeThrough(proxy, target);
  return { id: attemptId(target.id, routeId(route)), target, route };
}

/** Makes one attempt. A fault of ours fails the test. */
export async function ask(question: Question): Promise<Exclude<Observation, { outcome: "broken" }>> {
  const { attemptMs = 8000, network = loopback(), signal = new AbortController().signal } = question;
  const options = { attemptMs, clock: question.clock ?? (() => new Date()) };
  const proxy = question.proxy === undefined ? undefined : proxyOf(question.proxy);
  const proxies = new Map(proxy === undefined ? [] : [[proxy.id, proxy]]);
  const attempts = [attemptOf(targetOf(question), proxy)];
  const [observation] = await measure(attempts, proxies, network, options, signal);
  if (observation === undefined || observation.outcome === "broken") {
    throw new Error(observation?.error ?? "no observation");
  }
  return observation;
}

/** An observation in a word: `<phase>/<failure code>`, or who answered. */
export function gist(observation: Observation): string {
  if (observation.outcome === "broken") return `broken: ${observation.error}`;
  const failed = observation.phases.find((phase) => phase.status === "failed");
  return failed?.status === "failed" ? `${failed.name}/${failed.failure.code}` : observation.answeredBy;
}

/** Each phase with how it went, in order: `dns skipped, tcp ok, …`. */
export function course(observation: Observation): string {
  if (observation.outcome === "broken") return observation.error;
  return observation.phases.map(({ name, status }) => `${name} ${status}`).join(", ");
}

/** A phase of an observation. */
export function phaseOf<N extends PhaseName>(
  observation: Observation,
  name: N,
): Extract<Phase, { name: N }> | undefined {
  if (observation.outcome === "broken") return undefined;
  return observation.phases.find((phase): phase is Extract<Phase, { name: N }> => phase.name === name);
}
