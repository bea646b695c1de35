import type { Duplex } from "node:stream";
import type { PhaseFacts } from "../../model/phase.ts";
import type { Request } from "./http-exchange.ts";
import { exchange } from "./http-exchange.ts";

/**
 * What became of asking for an IMDSv2 token. The value never leaves the route on which it was got. A refusal has no
 * status where the connection was broken off; silent is a connection on which no answer came in time.
 */
export type Token =
  | { readonly outcome: "granted"; readonly value: string }
  | { readonly outcome: "refused"; readonly status?: number; readonly value?: undefined }
  | { readonly outcome: "silent"; readonly value?: undefined };

/** The request for a token that lives for ten seconds (EC2 user guide, IMDSv2). */
export const TOKEN_PATH = "/latest/api/token";
/** How long a token is to live, in seconds; without it the service answers 400. */
export const TOKEN_HEADERS: Request["headers"] = { "x-aws-ec2-metadata-token-ttl-seconds": "10" };

/** A token is opaque text of some dozens of characters; a page of HTML is none. */
const TOKEN = /^[\w+/=.-]{10,200}$/;

/** Asks for a token on an open connection, for `patienceMs` or until `signal` aborts. */
export async function askToken(
  socket: Duplex,
  request: Request,
  patienceMs: number,
  signal: AbortSignal,
): Promise<Token> {
  const patience = new AbortController();
  const silent = new Promise<Token>((resolve) => {
    patience.signal.addEventListener("abort", () => resolve({ outcome: "silent" }), { once: true });
  });
  const giveUp = () => patience.abort();
  // Not AbortSignal.any with AbortSignal.timeout: the garbage collector takes such a timeout away (Node 20).
  const timer = setTimeout(giveUp, patienceMs);
  signal.addEventListener("abort", giveUp, { once: true });
  const asked = exchange(socket, request, patience.signal).reply.then(
    ({ status, body }): Token => {
      const value = body.toString("latin1").trim();
      return status === 200 && TOKEN.test(value)
        ? { outcome: "granted", value }
        : { outcome: "refused", status };
    },
    (): Token => ({ outcome: "refused" }),
  );
  return Promise.race([asked, silent]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
  });
}

/** What a report may hold of it. */
export function tokenFacts(token: Token): Pick<PhaseFacts["response"], "token" | "tokenStatus"> {
  const status = token.outcome === "refused" ? token.status : undefined;
  return { token: token.outcome, ...(status === undefined ? {} : { tokenStatus: status }) };
}
