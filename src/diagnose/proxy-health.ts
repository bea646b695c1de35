import { proxyIn } from "../decide/proxies.ts";
import { failedPhase, type Observation, proxyOf } from "../model/observation.ts";
import type { Failure, PhaseName } from "../model/phase.ts";
import { type ProxyId, proxyId } from "../model/route.ts";
import { describeSource } from "../model/setting.ts";
import { endpointOf } from "../model/target.ts";
import type { Case } from "./evidence.ts";

/** Something that every attempt through one proxy ran into. */
export type CommonFailure = {
  readonly proxy: ProxyId;
  readonly failure: Failure;
  readonly evidence: readonly string[];
};

type Failed = { readonly name: PhaseName; readonly failure: Failure };

/** Attempts through a proxy that came to an end of their own. */
export function attemptsThrough(the: Case, proxy: ProxyId): readonly Observation[] {
  return the.observations.filter(
    (each) =>
      proxyOf(each) === proxy && each.outcome !== "broken" && failedPhase(each)?.failure.code !== "cancelled",
  );
}

/** Proxies on the way to which, or in which, every attempt fails in a way that `isMeant` recognises. */
export function failingProxies(the: Case, isMeant: (failed: Failed) => boolean): readonly CommonFailure[] {
  return the.proxies.flatMap((proxy) => {
    const attempts = attemptsThrough(the, proxy);
    const failed = attempts.map(failedPhase);
    const [first] = failed;
    if (first === undefined || !failed.every((each) => each !== undefined && isMeant(each))) return [];
    return [{ proxy, failure: first.failure, evidence: attempts.map(({ id }) => id) }];
  });
}

/** Whether a failure lies between this machine and the proxy. */
export function isOnTheWay({ name }: Failed): boolean {
  return name === "proxy-dns" || name === "proxy-tcp" || name === "proxy-tls";
}

/** How many different hosts were asked for through a proxy. */
export function hostsAsked(the: Case, proxy: ProxyId): number {
  const asked = new Set(attemptsThrough(the, proxy).map(({ target }) => target));
  return new Set(the.targets.filter(({ id }) => asked.has(id)).map(({ url }) => endpointOf(url).host)).size;
}

/** Settings that name a proxy, as `NAME (place)`: those that components go by first, then the others. */
export function sourcesOf(the: Case, proxy: ProxyId): readonly string[] {
  const through = the.decisions.filter(({ route }) => route.kind === "proxy" && route.proxy === proxy);
  const choosing = through.flatMap(({ because }) => because.filter(({ effect }) => effect === "proxies"));
  const naming = the.settings.filter((setting) => {
    const endpoint = proxyIn(setting);
    return endpoint !== undefined && proxyId(endpoint) === proxy;
  });
  const places = [
    ...choosing.map(({ setting, source }) => `${setting} (${source})`),
    ...naming.map(({ name, source }) => `${name} (${describeSource(source)})`),
  ];
  return [...new Set(places)];
}
