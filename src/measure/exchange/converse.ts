import type { Duplex } from "node:stream";
import type { AnsweredBy, Attempt } from "../../model/observation.ts";
import type { PhaseFacts } from "../../model/phase.ts";
import type { Proxy } from "../../model/route.ts";
import type { Exchange } from "../../model/target.ts";
import { meaningOf, refusalOf } from "../answer/proxy-answer.ts";
import { recognise, tlsOf } from "../answer/recognise.ts";
import { type Clock, clockAhead } from "../clock.ts";
import { authorization } from "../road/tunnel.ts";
import type { Trace } from "../trace.ts";
import { callerAddress } from "./caller-address.ts";
import { excerpt } from "./excerpt.ts";
import { exchange, type Reply, type Request } from "./http-exchange.ts";
import { readIdentity } from "./identity.ts";
import { readBanner } from "./ssh-exchange.ts";
import { askToken, TOKEN_HEADERS, TOKEN_PATH, type Token, tokenFacts } from "./token.ts";

type HttpExchange = Extract<Exchange, { readonly kind: "http" }>;

/** An open route, ready for the request of its attempt. */
export type Line = {
  readonly attempt: Attempt;
  readonly socket: Duplex;
  readonly trace: Trace;
  readonly clock: Clock | undefined;
  /** The proxy that forwards the request; absent where a tunnel or nothing lies between. */
  readonly forwarder?: Proxy;
};

/** Sends a target's request; says who answered. Where the target tells callers their address, it is recorded. */
export function askHttp(line: Line, { method, headers, tells }: HttpExchange): Promise<AnsweredBy> {
  const request = requestOn(line, method, line.attempt.target.url, headers);
  return ask(line, request, {}, ({ body }, answeredBy) => ({
    body: excerpt(body),
    ...(tells === "caller-address" && answeredBy === "target" ? callerAddress(body) : {}),
  }));
}

/**
 * Asks for the identity document, with a token where there is one; says who answered. The document is not kept.
 * Only a metadata service writes one, so who wrote one is the target.
 */
export async function askIdentity(line: Line, token: Token): Promise<AnsweredBy> {
  const { value } = token;
  const headers: Request["headers"] = value === undefined ? {} : { "x-aws-ec2-metadata-token": value };
  let isDocument = false;
  const request = requestOn(line, "GET", line.attempt.target.url, headers);
  const answeredBy = await ask(line, request, tokenFacts(token), ({ status, body }) => {
    const identity = status === 200 ? readIdentity(body.toString("utf8")) : undefined;
    isDocument = identity !== undefined;
    return { body: "", ...(identity === undefined ? {} : { identity }) };
  });
  return isDocument ? "target" : answeredBy;
}

/** Asks for an IMDSv2 token, and takes no answer within `patienceMs` for one. */
export async function askForToken(
  { attempt, socket, trace, forwarder }: Line,
  patienceMs: number,
): Promise<Token> {
  const url = new URL(TOKEN_PATH, attempt.target.url).href;
  await trace.step("request", async () => ({ facts: { method: "PUT", url }, value: undefined }));
  return trace.step("response", async (signal) => {
    const request = requestOn({ forwarder }, "PUT", url, TOKEN_HEADERS);
    const token = await askToken(socket, request, patienceMs, signal);
    return { facts: { headers: {}, body: "", ...tokenFacts(token) }, value: token };
  });
}

/** Reads an SSH server's banner; says who answered. */
export async function askBanner({ attempt, socket, trace }: Line): Promise<AnsweredBy> {
  return trace.step("response", async () => {
    const body = await readBanner(socket);
    const answer = { status: 0, headers: {}, body };
    return { facts: { headers: {}, body }, value: recognise(answer, attempt.target, false) };
  });
}

/** A request as this line wants it: in absolute form, with the login, where a proxy forwards it (RFC 9112, 3.2.2). */
function requestOn(
  { forwarder }: { readonly forwarder?: Proxy | undefined },
  method: Request["method"],
  url: string,
  headers: Request["headers"],
): Request {
  const { origin, href, pathname, search } = new URL(url);
  if (forwarder === undefined) return { origin, path: `${pathname}${search}`, method, headers };
  return { origin, path: href, method, headers: { ...headers, ...authorization(forwarder) } };
}

/** Sends a request and records its answer: what was `known` before, the head as it comes, and what is `kept` of it all. */
async function ask(
  { attempt, socket, trace, clock, forwarder }: Line,
  request: Request,
  known: Partial<PhaseFacts["response"]>,
  kept: (reply: Reply, answeredBy: AnsweredBy) => Omit<PhaseFacts["response"], "status" | "headers">,
): Promise<AnsweredBy> {
  const { head, reply } = await trace.step("request", async (signal) => {
    const under = exchange(socket, request, signal);
    await under.sent;
    return { facts: { method: request.method, url: attempt.target.url }, value: under };
  });
  return trace.step("response", async (_signal, seen) => {
    Object.assign(seen, known);
    void head.then((early) => Object.assign(seen, early, clockAhead(early.headers["date"], clock)));
    const got = await reply;
    const answer = { ...got, body: got.body.toString("utf8"), ...tlsOf(trace.phases) };
    const answeredBy = recognise(answer, attempt.target, forwarder !== undefined);
    const { status, headers } = got;
    const facts = { ...seen, status, headers, ...kept(got, answeredBy) };
    // Where no proxy forwards, such an answer is a finding about the route and no failure of a proxy of ours.
    if (answeredBy !== "proxy" || forwarder === undefined) return { facts, value: answeredBy };
    Object.assign(seen, facts);
    throw refusalOf("the request", got, meaningOf(got.status, forwarder));
  });
}
