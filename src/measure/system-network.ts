import net from "node:net";
import type { Network } from "./network.ts";
import { systemLookup } from "./system-lookup.ts";

/** The network of this machine: the system's resolver and its sockets. */
export function systemNetwork(authorities: readonly string[]): Network {
  return {
    ...systemLookup(),
    connect: ({ address, family }, port) =>
      net.connect({ host: address, family, port, autoSelectFamily: false }),
    authorities,
  };
}
