import http, { type IncomingMessage } from "node:http";
import net from "node:net";
import { type PrepareRequestFunction, RequestError, Server } from "proxy-chain";
import { type Listener, LOOPBACK } from "./listener.ts";
import type { FindRoad, Road } from "./roads.ts";
import { hostNamed, type World } from "./world.ts";

/** The one port that a proxy with squid's default rules opens tunnels to (domain-facts 2, "raw TCP"). */
const TUNNELLED_PORT = 443;

/**
 * Starts the world's HTTP proxy, a real one: it forwards absolute-form requests and opens tunnels for CONNECT,
 * along the roads that it sees itself. What it cannot reach it answers as squid does: 503 for a refused
 * connection or an unknown name, 504 for one that comes to nothing, 403 for a tunnel to a port other than 443.
 */
export async function startProxy(
  { proxied, proxy: { asksFor } }: World,
  findRoad: FindRoad,
): Promise<Listener> {
  const agent = new http.Agent({ keepAlive: false });
  const prepare: PrepareRequestFunction = async ({ request, username, password, hostname, port, isHttp }) => {
    if (asksFor !== undefined && (username !== asksFor.username || password !== asksFor.password)) {
      return { requestAuthentication: true };
    }
    if (!isHttp && port !== TUNNELLED_PORT) throw new RequestError("Access denied", 403);
    if (hostNamed(proxied, hostname) === undefined) throw new RequestError(`Cannot resolve ${hostname}`, 503);
    const road = findRoad(proxied, hostname, port);
    if (road.kind === "open") lead(request, road.port);
    else throw await failToReach(road, request.socket);
    return { httpAgent: agent };
  };
  const server = new Server({
    host: LOOPBACK,
    port: 0,
    authRealm: "proxy.example.com",
    prepareRequestFunction: prepare,
  });
  await server.listen();
  const close = async () => {
    await server.close(true);
    agent.destroy();
  };
  return { port: server.port, close };
}

/** Gives a request another destination; its Host header and all that follows stay as they were. */
function lead(request: IncomingMessage, port: number): void {
  const { method, url = "" } = request;
  const destination = `${LOOPBACK}:${port}`;
  request.url =
    method === "CONNECT" ? destination : url.replace(/^http:\/\/[^/?#]*/i, `http://${destination}`);
}

/**
 * Dials in vain, as a proxy does, until the connection fails or the one who asked has gone. Not left to
 * proxy-chain, which hangs up on a refused tunnel without an answer, and goes on dialling for the departed.
 */
function failToReach(road: Exclude<Road, { kind: "open" }>, client: net.Socket): Promise<RequestError> {
  const socket = road.kind === "closed" ? net.connect(road.port, LOOPBACK) : road.hole.connect();
  const hangUp = () => socket.destroy();
  client.once("close", hangUp);
  return new Promise((resolve) => {
    let status = 504;
    socket.once("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "ECONNREFUSED") status = 503;
    });
    socket.once("close", () => {
      client.off("close", hangUp);
      resolve(new RequestError("Cannot connect", status));
    });
  });
}
