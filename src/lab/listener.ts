import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import type { Credentials } from "./certificate-authority.ts";
import type { Answer, Answering, FakePort } from "./fake.ts";

/** One loopback address of this machine: everything in the lab listens there and nowhere else. */
export const LOOPBACK = "127.0.0.1";

/** Something that listens on a port of loopback until it is closed, with all its connections. */
export type Listener = { readonly port: number; readonly close: () => Promise<void> };

/** Starts what is spoken on one port; `credentials` are needed where that is TLS. */
export function listen(fake: FakePort, credentials: Credentials): Promise<Listener> {
  return startListening(serverFor(fake, credentials));
}

/** Starts a server on a free port of loopback. */
export async function startListening(server: net.Server): Promise<Listener> {
  const open = new Set<net.Socket>();
  server.on("connection", (socket: net.Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", ignore);
  });
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.once("error", reject).listen(0, LOOPBACK, () => resolve(server.address()));
  });
  if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return { port: address.port, close };
}

function serverFor(fake: FakePort, credentials: Credentials): net.Server {
  switch (fake.speaks) {
    case "tcp":
      return net.createServer(fake.converse);
    case "http":
      return http.createServer(handler(fake.answer));
    case "https":
    case "self-signed-https":
      return https.createServer({ ...credentials }, handler(fake.answer));
  }
}

function handler(answer: Answering): http.RequestListener {
  return (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    send(response, answer({ method, path: url, headers }));
  };
}

function send(response: http.ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) }).end(body);
}

/** A caller that hangs up in the middle of a word is no concern of a fake's. */
function ignore(): void {}
