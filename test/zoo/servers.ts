import net from "node:net";
import tls, { type TLSSocket } from "node:tls";
import { holdClosedPort } from "../../src/lab/closed-port.ts";
import { startListening } from "../../src/lab/listener.ts";
import type { Talk } from "../rig/peer.ts";
import type { Certificates } from "./certificates.ts";
import type { Peer } from "./fault.ts";

/** The ports of a peer: where it speaks in the clear, and within TLS. */
export type Ports = { readonly plain?: number; readonly secured?: number };

/** Starts a peer on loopback. It ends with its process. */
export async function startPeer({ plain, secured }: Peer, certificates: Certificates): Promise<Ports> {
  if (plain === undefined && secured === undefined) return { plain: (await holdClosedPort()).port };
  return {
    ...(plain === undefined ? {} : { plain: await startPlain(plain) }),
    ...(secured === undefined ? {} : { secured: await startSecured(secured, certificates) }),
  };
}

async function startPlain(talk: Talk): Promise<number> {
  // Where a caller has ended its half, a talk goes on until it ends its own.
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    talk(resettingAtOnce(socket, socket));
  });
  return (await startListening(server)).port;
}

async function startSecured(
  { talk, certificate, options = {} }: NonNullable<Peer["secured"]>,
  certificates: Certificates,
): Promise<number> {
  const below = new Map<number | undefined, net.Socket>();
  const server = tls.createServer({ ...certificates[certificate], ...options }, (secured: TLSSocket) => {
    // TLS knows no reset; what lies under it does.
    talk(resettingAtOnce(secured, below.get(secured.remotePort)).on("error", () => undefined));
  });
  server.on("tlsClientError", () => undefined);
  server.on("connection", (socket: net.Socket) => {
    const { remotePort } = socket.setNoDelay(true);
    below.set(remotePort, socket);
    socket.once("close", () => below.delete(remotePort));
  });
  return (await startListening(server)).port;
}

/** Node's own reset ends the connection in order before, and a caller that reads late sees that end alone. */
function resettingAtOnce<T extends net.Socket>(socket: T, tcp: net.Socket | undefined): T {
  return Object.assign(socket, {
    resetAndDestroy: () => {
      Object.assign(tcp ?? {}, { resetAndClosing: true });
      tcp?.destroy();
      return socket;
    },
  });
}
