import type { Duplex } from "node:stream";
import { setImmediate as oneTurn } from "node:timers/promises";
import { Client } from "undici";
import { fault } from "./fault.ts";

/** undici refuses more, and says so. */
const MOST_HEADER_BYTES = 32_768;

/**
 * An undici client that speaks on one open connection and never opens another. Its own time limits are off:
 * the attempt's count.
 */
export function clientOn(socket: Duplex, origin: string): Client {
  let used = false;
  return new Client(origin, {
    connect: (_options: unknown, done: (error: Error | null, socket: Duplex | null) => void) => {
      // undici stalls on an answer that comes at once, and connects again for ever after some errors of its own.
      queueMicrotask(() => {
        if (used) return done(fault("closed", "the connection was used up"), null);
        used = true;
        done(null, socket);
      });
    },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MOST_HEADER_BYTES,
    pipelining: 0,
  } as unknown as Client.Options);
}

/**
 * What undici is asked for on a socket, or the socket's own error: a TLS 1.3 alert that comes after the handshake
 * is told by the socket alone, and undici says only that the other side has gone (transport-notes 1.5).
 */
export async function orItsOwnError<T>(socket: Duplex, asked: Promise<T>): Promise<T> {
  let own: unknown;
  const keep = (error: Error) => {
    // undici breaks the socket with errors of its own, which say no more than what it reports.
    const isUndicis = "code" in error && String(error.code).startsWith("UND_ERR_");
    if (!isUndicis && error.name !== "HTTPParserError") own = error;
  };
  socket.once("error", keep);
  try {
    return await asked;
  } catch (error) {
    await oneTurn();
    throw own ?? error;
  } finally {
    socket.off("error", keep);
  }
}
