import type { Socket } from "node:net";
import { setImmediate as oneTurn } from "node:timers/promises";
import type { Proxy } from "../../model/route.ts";
import type { Endpoint } from "../../model/target.ts";
import { fault } from "../fault.ts";
import type { Done } from "../trace.ts";
import { decoded } from "./tunnel.ts";

/** The engine's errors have no codes; these are all the words it has (socks 2.8, `constants.ts` and `socksclient.ts`). */
const REFUSALS: readonly (readonly [RegExp, Parameters<typeof fault>[0]])[] = [
  [/Authentication failed|no accepted authentication|unknown authentication/i, "proxy-auth-required"],
  [/rejected connection - \(?NotAllowed/i, "proxy-denied"],
  // The proxy allows it and fails at it: HTTP proxies say the same with 502 to 504.
  [
    /rejected connection - (NetworkUnreachable|HostUnreachable|ConnectionRefused|TTLExpired)/,
    "proxy-cannot-reach",
  ],
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
  // By its default: the bundle gives a CommonJS module no other export.
  const { SocksClient, SocksClientError } = (await import("socks")).default;
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
    if (!(error instanceof SocksClientError)) throw error;
    const [, code] = REFUSALS.find(([pattern]) => pattern.test(error.message)) ?? [];
    // The error's own fields hold the password: only its words are kept.
    throw fault(code ?? "unknown", error.message);
  } finally {
    // Later, TLS may lie on this connection, and must be destroyed before it.
    signal.removeEventListener("abort", stop);
  }
  await putBack(socket);
  return { facts: { headers: {} }, value: socket };
}

/**
 * Gives back to the socket what came in the same breath as the proxy's consent: the engine passes it on as an event,
 * one turn later, and lets the socket flow, when nobody listens yet.
 */
async function putBack(socket: Socket): Promise<void> {
  const early: Buffer[] = [];
  const keep = (chunk: Buffer) => early.push(chunk);
  const ignore = () => undefined;
  // With a listener for `readable`, the engine's `resume` lets nothing flow.
  socket.on("readable", ignore).on("data", keep);
  await oneTurn();
  socket.off("data", keep).off("readable", ignore);
  if (early.length > 0 && !socket.destroyed) socket.unshift(Buffer.concat(early));
}
