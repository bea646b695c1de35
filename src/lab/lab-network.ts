import net from "node:net";
import type { Network } from "../measure/network.ts";
import type { TrustStore } from "../model/trust.ts";
import { LOOPBACK } from "./listener.ts";
import type { FindRoad } from "./roads.ts";
import { hostNamed, type World } from "./world.ts";

/** A world's network as `measure` uses it, and an end to the connections that were made. */
type LabNetwork = { readonly network: Network; readonly close: () => Promise<void> };

/** libuv's number for a name that does not exist, EAI_NONAME (`include/uv/errno.h`). */
const EAI_NONAME = -3008;

/** The seam of measuring, leading to loopback: names and addresses are the world's, sockets are real. */
export function labNetwork(
  { direct, proxy }: World,
  proxyPort: number,
  findRoad: FindRoad,
  stores: readonly TrustStore[],
): LabNetwork {
  const open = new Set<net.Socket>();
  const nameOf = new Map(Object.entries(direct.hosts).map(([name, { address }]) => [address, name]));
  const dial = (address: string, port: number): net.Socket => {
    if (address === proxy.address && port === proxy.port && direct.fateOf(address) === "arrives") {
      return net.connect(proxyPort, LOOPBACK);
    }
    const road = findRoad(direct, nameOf.get(address) ?? address, port);
    return road.kind === "black-hole" ? road.hole.connect() : net.connect(road.port, LOOPBACK);
  };
  const network: Network = {
    lookup: async (host, signal) => {
      signal.throwIfAborted();
      const known = net.isIP(host) === 0 ? hostNamed(direct, host)?.address : host;
      if (known === undefined) throw nameNotFound(host);
      return [{ address: known, family: net.isIPv6(known) ? 6 : 4 }];
    },
    connect: ({ address }, port) => {
      const socket = dial(address, port);
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      return socket;
    },
    stores,
    close: () => {},
  };
  const close = async () => {
    for (const socket of open) socket.destroy();
  };
  return { network, close };
}

/** The error of `dns.lookup` for a name that nobody knows. */
function nameNotFound(hostname: string): Error {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    errno: EAI_NONAME,
    code: "ENOTFOUND",
    syscall: "getaddrinfo",
    hostname,
  });
}
