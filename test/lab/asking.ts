import http from "node:http";
import net from "node:net";
import tls from "node:tls";
import type { Fake } from "../../src/lab/fake.ts";
import type { RunningWorld } from "../../src/lab/start-world.ts";

/** What came back, and over which certificate. */
export type Reply = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** Common name of the certificate's issuer, where there was TLS. */
  readonly issuer?: string;
  /** Whether the certificate is good for the host, where there was TLS. */
  readonly trusted?: boolean;
};

export type Question = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
};

export const PROXY = { address: "10.0.0.33", family: 4 } as const;
export const PROXY_PORT = 3128;

/** Asks a URL of a world the direct way: its lookup, its connect, then TLS and HTTP as any client. */
export async function askDirectly(world: RunningWorld, url: string, question: Question = {}): Promise<Reply> {
  const { hostname, port, protocol } = new URL(url);
  const socket = await dial(world, hostname, Number(port) || (protocol === "https:" ? 443 : 80));
  return protocol === "https:"
    ? overTls(socket, authoritiesOf(world), url, question)
    : exchange(socket, url, pathOf(url), question);
}

/** Asks a URL through the world's proxy: by CONNECT where it is https, else in absolute form. */
export async function askThroughProxy(
  world: RunningWorld,
  url: string,
  question: Question = {},
  credentials?: string,
): Promise<Reply> {
  const socket = world.network.connect(PROXY, PROXY_PORT);
  const authorization =
    credentials === undefined
      ? {}
      : { "Proxy-Authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
  if (!url.startsWith("https:")) {
    const headers = { ...authorization, ...question.headers };
    return exchange(socket, url, url, { ...question, headers });
  }
  const refusal = await openTunnel(
    socket,
    `${new URL(url).hostname}:${new URL(url).port || 443}`,
    authorization,
  );
  return refusal ?? overTls(socket, authoritiesOf(world), url, question);
}

/** Asks for a tunnel: nothing where it was opened, else what the proxy said. */
export function openTunnel(
  socket: net.Socket,
  authority: string,
  headers: Record<string, string> = {},
): Promise<Reply | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: "CONNECT",
      path: authority,
      headers: { Host: authority, ...headers },
      createConnection: () => socket,
    });
    request.once("error", reject);
    request.once("connect", ({ statusCode = 0, headers: answered }, tunnel) => {
      if (statusCode === 200) return resolve(undefined);
      tunnel.destroy();
      resolve({ status: statusCode, headers: answered, body: "" });
    });
    request.end();
  });
}

/** A connection of a world to a name or an address, which may still be under way. */
export async function dial(world: RunningWorld, host: string, port: number): Promise<net.Socket> {
  const [address] = await world.network.lookup(host, new AbortController().signal);
  if (address === undefined) throw new Error(`no address for ${host}`);
  return world.network.connect(address, port);
}

/** How a connection fares within a moment: `connected`, an error code, or `nothing`. */
export function fareOf(socket: net.Socket, ms = 150): Promise<string> {
  return new Promise((resolve) => {
    const settle = (outcome: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle("nothing"), ms);
    socket.once("connect", () => settle("connected"));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => settle(code ?? "error"));
  });
}

/** Puts a request to a fake's answering function as its server would, without a server. */
export function askFake(
  fake: Fake,
  port: number,
  path: string,
  { method = "GET", headers = {} }: Question = {},
) {
  const spoken = fake[port];
  if (spoken === undefined || spoken.speaks === "tcp") throw new Error(`no HTTP on port ${port}`);
  return spoken.answer({ method, path, headers });
}

function authoritiesOf({ network }: RunningWorld): readonly string[] {
  return network.stores.flatMap(({ certificates }) => certificates);
}

async function overTls(
  socket: net.Socket,
  authorities: readonly string[],
  url: string,
  question: Question,
): Promise<Reply> {
  const { hostname } = new URL(url);
  const secure = tls.connect({
    socket,
    host: hostname,
    ...(net.isIP(hostname) === 0 ? { servername: hostname } : {}),
    ca: [...authorities],
    rejectUnauthorized: false,
  });
  await new Promise<void>((resolve, reject) => {
    secure.once("secureConnect", resolve).once("error", reject);
  });
  const issuer = String(secure.getPeerCertificate().issuer.CN);
  const trusted = secure.authorized;
  return { ...(await exchange(secure, url, pathOf(url), question)), issuer, trusted };
}

function exchange(
  socket: net.Socket,
  url: string,
  path: string,
  { method = "GET", headers = {} }: Question,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      method,
      path,
      headers: { Host: new URL(url).host, Connection: "close", ...headers },
      createConnection: () => socket,
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        socket.destroy();
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.end();
  });
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
