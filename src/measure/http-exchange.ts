import type { Duplex } from "node:stream";
import type { Headers } from "../model/phase.ts";
import { fault } from "./fault.ts";
import { keptHeaders } from "./headers.ts";
import { clientOn, orItsOwnError } from "./one-shot.ts";

/** What is kept of a body, in bytes. */
const MOST_BODY_BYTES = 4096;
/** So many answers may go before the true one; real servers send one or two (RFC 9110, section 15.2). */
const MOST_INTERIM = 16;

/** One request on an open connection. `path` is absolute-form where a proxy forwards it. */
export type Request = {
  readonly origin: string;
  readonly path: string;
  readonly method: "GET" | "HEAD" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
};

/** Status and headers of an answer. */
type Head = { readonly status: number; readonly headers: Headers };

/** The beginning of an answer. */
export type Reply = Head & { readonly body: Buffer };

/** A request under way: it is `sent`, the `head` of its answer is there, and the `reply` is read as far as it is. */
export type Exchange = {
  readonly sent: Promise<void>;
  readonly head: Promise<Head>;
  readonly reply: Promise<Reply>;
};

/**
 * Sends one request and reads its answer, at most 4 KB of the body; redirects are not followed. A connection
 * that is closed within an answer gives the failure `cut-short`.
 */
export function exchange(socket: Duplex, request: Request, signal: AbortSignal): Exchange {
  const { origin, path, method, headers } = request;
  const client = clientOn(socket, origin);
  const before = bytesReadFrom(socket);
  const sent = deferred<void>();
  const head = deferred<Head>();
  const reply = deferred<Reply>();
  let seen: Head = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  let size = 0;
  let interim = 0;
  const finish = () => reply.resolve({ ...seen, body: Buffer.concat(chunks).subarray(0, MOST_BODY_BYTES) });
  // Not by undici's own abort: when a socket then closes on a body without a length, undici 7.30 throws where
  // nobody can catch it. With an error as its reason, the socket ends as any that breaks.
  const stop = () => socket.destroy(new Error("stopped"));
  signal.addEventListener("abort", stop, { once: true });
  client.dispatch(
    {
      origin,
      path,
      method,
      headers: { "user-agent": "proxy-doctor", accept: "*/*", "accept-encoding": "identity", ...headers },
    },
    {
      onRequestStart: () => sent.resolve(),
      onResponseStart: (_, status, all) => {
        if (status < 200) {
          interim += 1;
          if (interim > MOST_INTERIM)
            socket.destroy(fault("not-http", "more interim answers than there can be"));
          return;
        }
        seen = { status, headers: keptHeaders(all) };
        head.resolve(seen);
      },
      onResponseData: (_, chunk) => {
        chunks.push(chunk.subarray(0, Math.max(0, MOST_BODY_BYTES - size)));
        size += chunk.length;
        if (size >= MOST_BODY_BYTES) {
          finish();
          stop();
        }
      },
      onResponseEnd: finish,
      onResponseError: (_, error) => {
        const isCut = isClosed(error) && bytesReadFrom(socket) > before;
        const why = isCut ? fault("cut-short", "the connection was closed within the answer") : error;
        sent.reject(why);
        reply.reject(why);
      },
    },
  );
  const answered = orItsOwnError(socket, reply.promise);
  // Where the request cannot even be sent, nobody waits for the answer.
  answered.catch(() => undefined);
  return { sent: sent.promise, head: head.promise, reply: answered };
}

function isClosed(error: Error): boolean {
  return "code" in error && error.code === "UND_ERR_SOCKET";
}

function bytesReadFrom(socket: Duplex): number {
  return "bytesRead" in socket ? Number(socket.bytesRead) : 0;
}

type Deferred<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
};

function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>["resolve"] = () => undefined;
  let reject: Deferred<T>["reject"] = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
