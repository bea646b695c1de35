import { attemptId, type Observation } from "../model/observation.ts";
import type { Phase, PhaseFacts } from "../model/phase.ts";
import { type Route, routeId } from "../model/route.ts";
import { sharedCertificate } from "./certificates.ts";
import { noteOf, sharedHeaders } from "./free-text.ts";
import type { Keyed } from "./keyed.ts";
import type { Renaming } from "./rename.ts";
import type { SharedTargets } from "./targets.ts";

/** By what the parts of an observation are shared. */
export type Sharing = {
  readonly renaming: Renaming;
  readonly keyed: Keyed;
  readonly targets: SharedTargets;
};

/** An observation without private names and without free text of anybody's. */
export function sharedObservation(observation: Observation, sharing: Sharing): Observation {
  const { renaming, targets } = sharing;
  const target = targets.id(observation.target);
  const route = sharedRoute(observation.route, renaming);
  const common = { target, route, id: attemptId(target, routeId(route)) };
  if (observation.outcome === "broken") {
    return { ...observation, ...common, error: renaming.words(observation.error) };
  }
  const { script, phases } = observation;
  const url = (text: string) => targets.url(observation.target, text);
  return {
    ...observation,
    ...common,
    ...(script === undefined ? {} : { script: sharedScript(script, renaming) }),
    phases: phases.map((phase) => sharedPhase(phase, sharing, url)),
  };
}

function sharedRoute(route: Route, { text }: Renaming): Route {
  return route.kind === "direct" ? route : { ...route, proxy: text(route.proxy) };
}

type Script = NonNullable<Exclude<Observation, { readonly outcome: "broken" }>["script"]>;

function sharedScript({ answer, chose, passedOver }: Script, { text }: Renaming): Script {
  return {
    answer: text(answer),
    chose: text(chose),
    passedOver: passedOver.map((each) => ({ ...each, route: text(each.route) })),
  };
}

type Url = (url: string) => string;

function sharedPhase<P extends Phase>(phase: P, sharing: Sharing, url: Url): P {
  if (phase.status === "skipped") return phase;
  return {
    ...phase,
    ...(phase.facts === undefined ? {} : { facts: sharedFacts(phase.facts, sharing, url) }),
    ...(phase.status === "ok"
      ? {}
      : { failure: { ...phase.failure, message: sharing.renaming.words(phase.failure.message) } }),
  };
}

/** Whatever a phase may leave behind. */
type Left = Partial<
  PhaseFacts["dns"] &
    PhaseFacts["tcp"] &
    PhaseFacts["tls"] &
    PhaseFacts["request"] &
    Omit<PhaseFacts["response"], "status"> & { readonly status?: number }
>;

function sharedFacts<F extends Left>(facts: F, sharing: Sharing, url: Url): F {
  const { renaming, keyed } = sharing;
  const { host, words, text } = renaming;
  return {
    ...facts,
    ...changed(facts.host, (name) => ({ host: host(name) })),
    ...changed(facts.addresses, (addresses) => ({ addresses: addresses.map(host) })),
    ...changed(facts.servers, (servers) => ({
      servers: servers.map((each) => ({ ...each, server: host(each.server) })),
    })),
    ...changed(facts.remote, (remote) => ({ remote: text(remote) })),
    ...changed(facts.local, (local) => ({ local: text(local) })),
    ...changed(facts.tries, (tries) => ({
      tries: tries.map((each) => ({ ...each, address: text(each.address) })),
    })),
    ...changed(facts.chain, (chain) => ({
      chain: chain.map((each) => sharedCertificate(each, renaming, keyed)),
    })),
    ...changed(facts.trust, (trust) => ({
      trust: Object.fromEntries(Object.entries(trust).map(([store, says]) => [text(store), says])),
    })),
    ...changed(facts.url, (asked) => ({ url: url(asked) })),
    ...changed(facts.headers, (headers) => ({ headers: sharedHeaders(headers) })),
    ...changed(facts.body, (body) => ({ body: noteOf(body) })),
    ...changed(facts.identity, ({ instanceId, privateIp, region }) => ({
      identity: { instanceId: text(instanceId), privateIp: text(privateIp), region },
    })),
    ...changed(facts.callerAddress, (address) => ({ callerAddress: words(address) })),
  };
}

function changed<T, R extends object>(
  value: T | undefined,
  change: (value: T) => R,
): R | Record<never, never> {
  return value === undefined ? {} : change(value);
}
