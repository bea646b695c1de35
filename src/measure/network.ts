import type net from "node:net";
import type { NameServerSays } from "../model/phase.ts";
import type { TrustStore } from "../model/trust.ts";

/** One resolved address. */
export type Address = { readonly address: string; readonly family: 4 | 6 };

/**
 * The seam between measuring and the world: how a name becomes addresses and an address becomes a socket.
 * The real one asks the system; the lab's one leads to loopback. Everything above it is the same code.
 */
export type Network = {
  /**
   * All addresses of a name, in the system's order. Rejects with the resolver's error, whose `servers` are those
   * that were asked; stops when aborted. `hear` is told what name servers say, as soon as they have been asked.
   */
  readonly lookup: (
    host: string,
    signal: AbortSignal,
    hear?: (servers: readonly NameServerSays[]) => void,
  ) => Promise<readonly Address[]>;
  /** A socket that has begun to connect. */
  readonly connect: (address: Address, port: number) => net.Socket;
  /** Stores of authorities by which every chain is judged, besides Node's own. */
  readonly stores: readonly TrustStore[];
  /** Ends whatever `lookup` keeps running. */
  readonly close: () => void;
};
