import net from "node:net";
import type { TrustStore } from "../model/trust.ts";
import { systemLookup } from "./names/system-lookup.ts";
import type { Network } from "./network.ts";

/** The network of this machine: the system's resolver and its sockets. */
export function systemNetwork(stores: readonly TrustStore[]): Network {
  return {
    ...systemLookup(),
    connect: ({ address, family }, port) =>
      net.connect({ host: address, family, port, autoSelectFamily: false }),
    stores,
  };
}
