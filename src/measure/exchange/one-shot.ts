import type { Duplex } from "node:stream";
import { setImmediate as oneTurn } from "node:timers/promises";
import { Client } from "undici";
import { fault } from "../fault.ts";

/** undici refuses more, and says so. */
const MOST_HEADER_BYTES = 32_768;
/**
 * So much may come before an answer's head is there, and before enough of its body is. undici counts headers alone:
 * a status line, blank lines, chunk sizes and their extensions it reads for ever.
 */
const MOST_BYTES = 262_144;

/** What came in answer: how much, whether it begins as HTTP does, and whether its head has been read. */
export type Heard = { bytes: number; isHttp: boolean; hasHead: boolean };

/**
 * An undici client that speaks on one open connection and never opens another. Its own time limits are off:
 * the attempt's count. `heard` is kept up to date.
 */
export function clientOn(
  socket: Duplex,
  origin: string,
): { readonly client: Client; readonly heard: Heard; readonly release: () => void } {
  let used = false;
  const client = new Client(origin, {
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
  const { heard, release, open } = listenIn(socket);
  client.once("connect", () => setImmediate(open));
  return { client, heard, release };
}

/**
 * Notes what undici takes from a socket, and ends what would never end. By the socket's own `read`, which is how
 * undici takes everything: a listener of ours would change how the socket flows. Nothing is given before `open`:
 * undici breaks off where something is said before its request is on the way.
 */
function listenIn(socket: Duplex): {
  readonly heard: Heard;
  readonly open: () => void;
  readonly release: () => void;
} {
  const heard: Heard = { bytes: 0, isHttp: false, hasHead: false };
  let first = "";
  let isOpen = false;
  const { read } = socket;
  socket.read = (size) => {
    // So the stream itself asks for more to come; it takes nothing.
    if (size === 0) return read.call(socket, size);
    const chunk: Buffer | null = isOpen ? read.call(socket, size) : null;
    if (chunk === null) return chunk;
    heard.bytes += chunk.length;
    if (first.length < HTTP.length) first = `${first}${chunk.toString("latin1", 0, 64)}`.trimStart();
    heard.isHttp = first.startsWith(HTTP);
    if (heard.bytes > MOST_BYTES) {
      const code = heard.hasHead ? "malformed-http" : "headers-too-large";
      socket.destroy(fault(code, `${MOST_BYTES} bytes and no answer in them`));
    }
    return chunk;
  };
  return {
    heard,
    open: () => {
      isOpen = true;
      socket.emit("readable");
    },
    release: () => {
      socket.read = read;
    },
  };
}

const HTTP = "HTTP/";

/** What undici's parser rejects with: its error, a check of its own that an answer breaks, and lengths that differ. */
const PARSERS_OWN: ReadonlySet<unknown> = new Set([
  "HTTPParserError",
  "ERR_ASSERTION",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
]);

/**
 * An error of undici's as what it is about, where its code does not say: HTTP that breaks the rules of HTTP is not
 * the same as another protocol, nor the end of an answer the same as none.
 */
export function explained(socket: Duplex, { bytes, isHttp }: Heard, error: Error): Error {
  const code = "code" in error ? error.code : undefined;
  if (PARSERS_OWN.has(code) || PARSERS_OWN.has(error.name)) {
    return isHttp ? fault("malformed-http", error.message, { errno: error.name }) : error;
  }
  if (code !== "UND_ERR_SOCKET") return error;
  // undici breaks a connection off by itself at a 100 or a 101 for which nobody asked.
  if (socket.errored === error && !socket.readableEnded) {
    return fault("malformed-http", "an interim answer that was not asked for");
  }
  return bytes > 0 ? fault("cut-short", "the connection was closed within the answer") : error;
}

/**
 * What is asked for on a socket, or the socket's own error: a TLS 1.3 alert that comes after the handshake is told by
 * the socket alone, undici says only that the other side has gone (transport-notes 1.5), and what a connection broke
 * of before anybody listened, nobody says again.
 */
export async function orItsOwnError<T>(socket: Duplex, asked: Promise<T>): Promise<T> {
  let own: unknown = isUndicis(socket.errored) ? null : socket.errored;
  const keep = (error: Error) => {
    // undici breaks the socket with errors of its own, which say no more than what it reports.
    if (!isUndicis(error)) own = error;
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

function isUndicis(error: Error | null): boolean {
  if (error === null) return false;
  const code = "code" in error ? String(error.code) : "";
  return code.startsWith("UND_ERR_") || PARSERS_OWN.has(code) || PARSERS_OWN.has(error.name);
}
