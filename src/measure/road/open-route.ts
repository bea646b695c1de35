import { isIP, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Try } from "../../model/phase.ts";
import type { Proxy } from "../../model/route.ts";
import { type Endpoint, endpointOf, type Target } from "../../model/target.ts";
import type { Clock } from "../clock.ts";
import { orItsOwnError } from "../exchange/one-shot.ts";
import { fault } from "../fault.ts";
import type { Address, Network } from "../network.ts";
import type { Trace } from "../trace.ts";
import { connect } from "./connect.ts";
import { openSocks, resolvesAtProxy } from "./socks.ts";
import { secure } from "./tls.ts";
import { openTunnel } from "./tunnel.ts";

/** One way to one endpoint. */
export type Way = {
  readonly endpoint: Endpoint;
  /** Absent: direct. */
  readonly proxy?: Proxy;
  /** The proxy forwards requests, so the connection to it is all there is to open. */
  readonly forwards: boolean;
  /** TLS is spoken with the target. */
  readonly secure: boolean;
};

/** The way to a target, past every proxy or through one. */
export function wayTo(target: Target, proxy: Proxy | undefined): Way {
  const { kind } = target.exchange;
  const asks = kind === "http" || kind === "instance-identity";
  const secure = asks && target.url.startsWith("https:");
  const speaksHttp = proxy?.scheme === "http" || proxy?.scheme === "https";
  return {
    endpoint: endpointOf(target.url),
    forwards: asks && !secure && speaksHttp,
    secure,
    ...(proxy === undefined ? {} : { proxy }),
  };
}

/** What opening a route needs. `keep` takes every socket that must be destroyed in the end. */
export type Opening = {
  readonly trace: Trace;
  readonly network: Network;
  readonly clock: Clock | undefined;
  readonly keep: <T extends Duplex>(socket: T) => T;
};

/** Opens a way phase by phase, until a request can be sent on what it gives back. */
export async function openRoute(way: Way, opening: Opening): Promise<Duplex> {
  const { trace, network, keep } = opening;
  const { endpoint, proxy, forwards } = way;
  let socket: Duplex = proxy === undefined ? await dial(endpoint, opening) : await reachProxy(proxy, opening);
  if (proxy !== undefined && !forwards) {
    socket = keep(await throughProxy(socket, proxy, endpoint, opening));
  }
  if (!way.secure) return socket;
  const inner = socket;
  return keep(
    await trace.step("tls", (signal) =>
      orItsOwnError(inner, secure(inner, endpoint.host, network.stores, signal)),
    ),
  );
}

async function dial({ host, port }: Endpoint, { trace, network, keep }: Opening): Promise<Socket> {
  const addresses = await resolve(host, "dns", trace, network);
  return keep(
    await trace.step("tcp", (signal, seen) => {
      const tries: Try[] = [];
      seen.tries = tries;
      return connect(network, addresses, port, signal, tries);
    }),
  );
}

async function reachProxy(proxy: Proxy, { trace, network, keep }: Opening): Promise<Duplex> {
  const addresses = await resolve(proxy.host, "proxy-dns", trace, network);
  const socket = keep(
    await trace.step("proxy-tcp", (signal, seen) => {
      const tries: Try[] = [];
      seen.tries = tries;
      return connect(network, addresses, proxy.port, signal, tries);
    }),
  );
  if (proxy.scheme !== "https") return socket;
  return keep(await trace.step("proxy-tls", (signal) => secure(socket, proxy.host, network.stores, signal)));
}

async function throughProxy(
  socket: Duplex,
  proxy: Proxy,
  endpoint: Endpoint,
  { trace, network, clock }: Opening,
): Promise<Duplex> {
  if (!proxy.scheme.startsWith("socks")) {
    return trace.step("tunnel", (signal, seen) => openTunnel(socket, proxy, endpoint, signal, seen, clock));
  }
  const resolved = resolvesAtProxy(proxy.scheme) ? [] : await resolve(endpoint.host, "dns", trace, network);
  return trace.step("tunnel", async (signal) => {
    // SOCKS 4 has room for an IPv4 address only.
    const address = proxy.scheme === "socks4" ? resolved.find(({ family }) => family === 4) : resolved[0];
    if (address === undefined && !resolvesAtProxy(proxy.scheme)) {
      throw fault("name-has-no-address", `${endpoint.host} has no address that ${proxy.scheme} can ask for`);
    }
    const destination = { host: address?.address ?? endpoint.host, port: endpoint.port };
    return openSocks(socket as Socket, proxy, destination, signal);
  });
}

/** Addresses of a host; a literal is its own and needs no phase. */
async function resolve(
  host: string,
  phase: "dns" | "proxy-dns",
  trace: Trace,
  network: Network,
): Promise<readonly Address[]> {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  return trace.step(phase, async (signal, seen) => {
    const addresses = await network.lookup(host, signal, (servers) => {
      seen.servers = servers;
    });
    return {
      facts: { ...seen, host, addresses: addresses.map(({ address }) => address) },
      value: addresses,
    };
  });
}
