import { once } from "node:events";
import net from "node:net";
import { errorCode } from "../model/error-code.ts";
import type { LocalPort } from "../model/tunnel.ts";

/** Numbers after the wanted one that are tried before any free port is taken. */
const NEXT_FEW = 20;

/** ssh listens on both, and is content with one: the other could be somebody else's. */
const LOOPBACK = ["127.0.0.1", "::1"] as const;

/** Where a tunnel may begin: at the wanted port of this machine, or at the next that is free. */
export async function findLocalPort(wanted: number): Promise<LocalPort> {
  for (let port = wanted; port <= Math.min(wanted + NEXT_FEW, 65_535); port += 1) {
    if (await isFree(port)) return { wanted, port };
  }
  return { wanted, port: await anyFree() };
}

/** Whether nobody listens on a port of this machine's loopback, and this process may. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of LOOPBACK) {
    const why = await listening(host, port, async () => undefined).catch(codeOf);
    // A machine without IPv6 has nobody there either.
    if (why !== undefined && why !== "EADDRNOTAVAIL" && why !== "EAFNOSUPPORT") return false;
  }
  return true;
}

function anyFree(): Promise<number> {
  return listening(LOOPBACK[0], 0, async (server) => {
    const address = server.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  });
}

/** What `work` makes of a server while it listens. */
async function listening<T>(
  host: string,
  port: number,
  work: (server: net.Server) => Promise<T>,
): Promise<T> {
  const server = net.createServer((socket) => socket.destroy());
  server.listen({ host, port });
  await once(server, "listening");
  try {
    return await work(server);
  } finally {
    server.close();
    await once(server, "close");
  }
}

function codeOf(error: unknown): string {
  return errorCode(error) || String(error);
}
