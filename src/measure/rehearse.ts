import { isIP } from "node:net";
import type { Attempt } from "../model/observation.ts";
import { DIRECT, type Proxy, type ProxyId, type ProxyScheme, routeThrough } from "../model/route.ts";
import { endpointOf, type Target } from "../model/target.ts";
import { attempt } from "./attempt.ts";
import { connectInMemory } from "./memory-peer.ts";
import type { Network } from "./network.ts";

/** More than a rehearsal ever takes; one that hangs is not waited for. */
const MOST_MS = 500;

const NOBODY = "rehearsal.invalid";
const ADDRESS = "127.0.0.1";

/** What each network has been rehearsed for. */
const REHEARSED = new WeakMap<Network, Set<string>>();

/**
 * Makes one attempt of each kind that is planned with a peer in memory, and where names are dialled has the resolver
 * look up an address, for which it asks nobody. What only the first attempts of a process pay for (code to compile,
 * certificates to read, a process to start: up to 40 ms) would otherwise count as the network's time. Sends nothing;
 * never rejects. Kinds that this network has been rehearsed for are left out.
 */
export async function rehearse(
  attempts: readonly Attempt[],
  proxies: ReadonlyMap<ProxyId, Proxy>,
  network: Network,
  signal: AbortSignal,
): Promise<void> {
  const kinds = newKinds(attempts, proxies, network);
  if (signal.aborted || kinds.length === 0) return;
  const end = new AbortController();
  const stop = () => end.abort("cancelled");
  const stopped = new Promise<void>((resolve) => end.signal.addEventListener("abort", () => resolve()));
  const timer = setTimeout(stop, MOST_MS);
  signal.addEventListener("abort", stop, { once: true });
  const resolver = async () => dialsNames(attempts, proxies) && network.lookup(ADDRESS, end.signal);
  const acts = kinds.map((kind) => act(kind, network, end.signal));
  await Promise.race([Promise.allSettled([resolver(), ...acts]), stopped]);
  clearTimeout(timer);
  signal.removeEventListener("abort", stop);
}

type Kind = { readonly scheme: ProxyScheme | undefined; readonly protocol: string };

/** The protocols of proxies and targets that are planned together, each pair once. A script is not run for this. */
function newKinds(
  attempts: readonly Attempt[],
  proxies: ReadonlyMap<ProxyId, Proxy>,
  network: Network,
): readonly Kind[] {
  const known = REHEARSED.get(network) ?? new Set();
  REHEARSED.set(network, known);
  const kinds: Kind[] = [];
  for (const { target, route } of attempts) {
    const scheme = route.kind === "proxy" ? proxies.get(route.proxy)?.scheme : undefined;
    if (scheme === "pac" || !URL.canParse(target.url)) continue;
    const { protocol } = new URL(target.url);
    const name = `${scheme} ${protocol}`;
    if (known.has(name)) continue;
    known.add(name);
    kinds.push({ scheme, protocol });
  }
  return kinds;
}

/** Whether anybody is dialled by a name of which this machine finds the address. */
function dialsNames(attempts: readonly Attempt[], proxies: ReadonlyMap<ProxyId, Proxy>): boolean {
  return attempts.some(({ target, route }) => {
    const proxy = route.kind === "proxy" ? proxies.get(route.proxy) : undefined;
    const host = proxy?.host ?? (URL.canParse(target.url) ? endpointOf(target.url).host : ADDRESS);
    return isIP(host) === 0;
  });
}

async function act({ scheme, protocol }: Kind, network: Network, stop: AbortSignal): Promise<void> {
  const isWeb = protocol.startsWith("http");
  const target: Target = {
    id: "rehearsal/target",
    url: `${protocol}//${NOBODY}:1/`,
    exchange: isWeb ? { kind: "http", method: "GET", headers: {} } : { kind: "connect" },
    marks: [],
    policy: { standard: "either", corporate: "either" },
    reason: "",
  };
  const proxy: Proxy | undefined =
    scheme === undefined ? undefined : { id: `${scheme}://${NOBODY}:1`, scheme, host: NOBODY, port: 1 };
  const route = proxy === undefined ? DIRECT : routeThrough(proxy, target);
  const inMemory: Network = {
    ...network,
    lookup: async () => [{ address: ADDRESS, family: 4 }],
    connect: connectInMemory,
  };
  await attempt({ id: "rehearsal", target, route }, proxy, {
    network: inMemory,
    attemptMs: MOST_MS,
    clock: undefined,
    stop,
  });
}
