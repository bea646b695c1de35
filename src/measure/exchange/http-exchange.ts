import type { Duplex } from "node:stream";
import type { Dispatcher } from "undici";
import type { Headers } from "../../model/phase.ts";
import { type Deferred, deferred } from "../deferred.ts";
import { fault } from "../fault.ts";
import { offersIn } from "./challenges.ts";
import { keptHeaders } from "./headers.ts";
import { clientOn, explained, type Heard, orItsOwnError } from "./one-shot.ts";
import { bodyWithout, headersWithout } from "./reflected.ts";

/** What is kept of a body, in bytes. */
const MOST_BODY_BYTES = 4096;
/** So many answers may go before the true one; real servers send one or two (RFC 9110, section 15.2). */
const MOST_INTERIM = 16;

const ALWAYS_SENT = { "user-agent": "proxy-doctor", accept: "*/*", "accept-encoding": "identity" } as const;

/** One request on an open connection. `path` is absolute-form where a proxy forwards it. */
export type Request = {
  readonly origin: string;
  readonly path: string;
  readonly method: "GET" | "HEAD" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
};

/** Status and headers of an answer, and the ways to log in that a proxy offers by it. */
type Head = { readonly status: number; readonly headers: Headers; readonly offers?: readonly string[] };

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
  const sent = deferred<void>();
  const head = deferred<Head>();
  const reply = deferred<Reply>();
  // Not by undici's own abort: when a socket then closes on a body without a length, undici 7.30 throws where
  // nobody can catch it. With an error as its reason, the socket ends as any that breaks.
  const stop = (why: Error) => socket.destroy(why);
  signal.addEventListener("abort", () => stop(new Error("stopped")), { once: true });
  const { client, heard } = clientOn(socket, origin);
  client.dispatch(
    { origin, path, method, headers: { ...ALWAYS_SENT, ...headers } },
    {
      onRequestStart: () => sent.resolve(),
      ...answerReader(head, reply, { heard, sent: headers, stop }),
      onResponseError: (_, error) => {
        const why = explained(socket, heard, error);
        sent.reject(why);
        reply.reject(why);
      },
    },
  );
  const under = orItsOwnError(socket, sent.promise);
  const answered = orItsOwnError(socket, reply.promise);
  // Where the request cannot even be sent, nobody waits for the answer.
  answered.catch(() => undefined);
  return { sent: under, head: head.promise, reply: answered };
}

/** What reading an answer needs: what the parser hears, the headers that were sent, and how to end the exchange. */
type Reading = {
  readonly heard: Heard;
  readonly sent: Request["headers"];
  readonly stop: (why: Error) => void;
};

/** Takes an answer as it comes, and stops the exchange where there is enough of it or too much before it. */
function answerReader(
  head: Deferred<Head>,
  reply: Deferred<Reply>,
  { heard, sent, stop }: Reading,
): Required<Pick<Dispatcher.DispatchHandler, "onResponseStart" | "onResponseData" | "onResponseEnd">> {
  let seen: Head = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  let size = 0;
  let interim = 0;
  const finish = () => {
    const body = Buffer.concat(chunks).subarray(0, MOST_BODY_BYTES);
    reply.resolve({ ...seen, body: bodyWithout(body, sent) });
  };
  return {
    onResponseStart: (_, status, headers) => {
      if (status < 200) {
        interim += 1;
        if (interim > MOST_INTERIM) stop(fault("malformed-http", "more interim answers than there can be"));
        return;
      }
      // undici's parser takes an answer in RTSP for one in HTTP.
      if (!heard.isHttp) return stop(fault("not-http", "an answer in a protocol that only looks like HTTP"));
      heard.hasHead = true;
      const told = headersWithout(headers, sent);
      seen = { status, headers: keptHeaders(told), ...offersIn(told) };
      head.resolve(seen);
    },
    onResponseData: (_, chunk) => {
      chunks.push(chunk.subarray(0, Math.max(0, MOST_BODY_BYTES - size)));
      size += chunk.length;
      if (size < MOST_BODY_BYTES) return;
      finish();
      stop(new Error("stopped"));
    },
    onResponseEnd: finish,
  };
}
