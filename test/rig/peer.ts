import net from "node:net";
import tls from "node:tls";
import { onTestFinished } from "vitest";
import type { Credentials } from "../../src/lab/certificate-authority.ts";
import { holdClosedPort } from "../../src/lab/closed-port.ts";

/** What a server on loopback does with a connection. */
export type Talk = (socket: net.Socket) => void;

/** Listens on a free port of loopback until the test ends; gives the port. */
export function startPeer(talk: Talk): Promise<number> {
  return listen(net.createServer(talk));
}

/** The same behind TLS; `options` may ask for a client's certificate. */
export function startTlsPeer(
  credentials: Credentials,
  talk: Talk,
  options: tls.TlsOptions = {},
): Promise<number> {
  const server = tls.createServer({ ...credentials, ...options }, talk);
  server.on("tlsClientError", () => undefined);
  return listen(server);
}

/** A port on which nobody listens, and nobody will before the test has ended. */
export async function closedPort(): Promise<number> {
  const { port, close } = await holdClosedPort();
  onTestFinished(close);
  return port;
}

/** A port on which nobody listens yet. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listen(server: net.Server): Promise<number> {
  const open = new Set<net.Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("error", () => undefined).once("close", () => open.delete(socket));
  });
  // A TLS server's own sockets are told of errors too.
  server.on("secureConnection", (socket: tls.TLSSocket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  });
  return portOf(server);
}

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return address.port;
}
