import type { Socket } from "node:net";
import type { Proxy } from "../model/route.ts";
import type { Endpoint } from "../model/target.ts";
import { fault } from "./fault.ts";
import type { Done } from "./trace.ts";
import { decoded } from "./tunnel.ts";

/** The engine's errors have no codes; these are all the words it has (socks 2.8, `constants.ts` and `socksclient.ts`). */
const REFUSALS: readonly (readonly [RegExp, Parameters<typeof fault>[0]])[] = [
  [/Authentication failed|no accepted authentication/i, "proxy-auth-required"],
  [/rejected connection - \(?NotAllowed/i, "proxy-denied"],
  // A reply code that the protocol does not have.
  [/rejected connection - \(undefined\)/i, "not-a-proxy"],
  [/rejected connection/i, "socks-refused"],
  [/invalid socks/i, "not-a-proxy"],
  [/Socket closed/i, "closed"],
  [/ECONNRESET|EPIPE/, "reset"],
  [/timed out/i, "timed-out"],
];

/** Whether a SOCKS scheme leaves the look-up of names to the proxy (curl's and socks-proxy-agent's reading). */
export function resolvesAtProxy(scheme: Proxy["scheme"]): boolean {
  return scheme === "socks4a" || scheme === "socks5h";
}

/** The longest name and the longest half of a login that a SOCKS request has room for, in bytes (RFC 1928, 1929). */
const LONGEST_FIELD = 255;

/** Asks a SOCKS proxy, on a connection to it, for a connection to the destination. */
export async function openSocks(
  socket: Socket,
  proxy: Proxy,
  destination: Endpoint,
  signal: AbortSignal,
): Promise<Done<"tunnel", Socket>> {
  const [user, password] = (proxy.credentials?.reveal() ?? "")
    .split(/:(.*)/s)
    .map((half) => decoded(half).toString());
  // The engine throws where nobody can catch it when a field does not fit.
  if ([destination.host, user, password].some((field = "") => Buffer.byteLength(field) > LONGEST_FIELD)) {
    throw fault("unknown", `a name or a login of more than ${LONGEST_FIELD} bytes does not fit SOCKS`);
  }
  const { SocksClient } = await import("socks");
  // The engine waits for the end of a connection that it does not know to have ended.
  if (socket.destroyed) throw socket.errored ?? fault("closed", "the proxy closed the connection");
  const stop = () => socket.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await SocksClient.createConnection({
      command: "connect",
      existing_socket: socket,
      destination,
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.scheme.startsWith("socks4") ? 4 : 5,
        ...(user ? { userId: user, password: password ?? "" } : {}),
      },
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    const [, code] = REFUSALS.find(([pattern]) => pattern.test(words)) ?? [];
    // The error's own fields hold the password: only its words are kept.
    throw fault(code ?? "unknown", words);
  } finally {
    // Later, TLS may lie on this connection, and must be destroyed before it.
    signal.removeEventListener("abort", stop);
  }
  return { facts: { headers: {} }, value: socket };
}
