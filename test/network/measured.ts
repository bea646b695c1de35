import net from "node:net";
import tls from "node:tls";
import { selfSigned } from "../../src/lab/certificate-authority.ts";
import { measure } from "../../src/measure/measure.ts";
import { systemNetwork } from "../../src/measure/system-network.ts";
import type { Observation } from "../../src/model/observation.ts";
import type { Target } from "../../src/model/target.ts";
import { attemptOf, proxyOf, targetOf } from "../rig/measuring.ts";
import type { Talk } from "../rig/peer.ts";

/** One target, or one way to it, by a name of the test's own. */
export type Wanted = {
  readonly url: string;
  readonly proxy?: string;
  readonly exchange?: Target["exchange"];
};

/** What a run showed of each, and how long the whole of it took, in milliseconds. */
export type Run = { readonly of: (name: string) => Observation; readonly ms: number };

/** Measures all at once, as a run of the real program does, with this machine's own network. */
export async function measured(wanted: Readonly<Record<string, Wanted>>, attemptMs: number): Promise<Run> {
  const proxies = Object.values(wanted).flatMap(({ proxy }) => (proxy === undefined ? [] : [proxyOf(proxy)]));
  const attempts = Object.entries(wanted).map(([name, { proxy, ...question }]) =>
    attemptOf(targetOf(question, `test/${name}`), proxy === undefined ? undefined : proxyOf(proxy)),
  );
  const network = systemNetwork([]);
  const begun = performance.now();
  try {
    const seen = await measure(
      attempts,
      new Map(proxies.map((proxy) => [proxy.id, proxy])),
      network,
      { attemptMs },
      new AbortController().signal,
    );
    const byTarget = new Map(seen.map((each) => [each.target, each]));
    return {
      ms: performance.now() - begun,
      of: (name) => byTarget.get(`test/${name}`) ?? { ...MISSING, error: `${name} was not measured` },
    };
  } finally {
    network.close();
  }
}

const MISSING = { id: "", target: "test/missing", route: { kind: "direct" }, outcome: "broken" } as const;

/** A server at every address of the enclosure. */
export type Server = { readonly port: number; readonly close: () => Promise<void> };

/** Listens on all addresses, and does this with each connection. */
export async function serve(talk: Talk, port = 0): Promise<Server> {
  return listen(net.createServer(talk), port);
}

/** The same behind TLS, with a certificate of its own. */
export async function serveTls(talk: Talk, port = 0): Promise<Server> {
  const server = tls.createServer(await selfSigned(["target.test"]), talk);
  server.on("secureConnection", (socket) => socket.on("error", () => undefined));
  return listen(
    server.on("tlsClientError", () => undefined),
    port,
  );
}

async function listen(server: net.Server, port: number): Promise<Server> {
  const open = new Set<net.Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("error", () => undefined).once("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { port: (server.address() as net.AddressInfo).port, close };
}
