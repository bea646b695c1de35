import type { Duplex } from "node:stream";
import type { AnsweredBy, Attempt, Observation } from "../model/observation.ts";
import type { FailureCode, Phase } from "../model/phase.ts";
import type { Proxy } from "../model/route.ts";
import type { Target } from "../model/target.ts";
import { productBehind } from "./answer/product-behind.ts";
import { isProvedBy, tlsOf } from "./answer/recognise.ts";
import type { Clock } from "./clock.ts";
import { askBanner, askForToken, askHttp, askIdentity, type Line } from "./exchange/converse.ts";
import type { Network } from "./network.ts";
import { byScript, type Journey } from "./road/by-script.ts";
import { withSkipped } from "./road/expected-phases.ts";
import { openRoute, type Way, wayTo } from "./road/open-route.ts";
import { HALTED, openTrace } from "./trace.ts";

/** A link-local answer takes milliseconds; a second without one is silence (transport-notes 6). */
const MOST_TOKEN_MS = 1000;

/** Failures that are the proxy's own answer. */
const BY_PROXY: ReadonlySet<FailureCode> = new Set([
  "proxy-auth-required",
  "proxy-denied",
  "proxy-cannot-reach",
  "proxy-refuses-tunnel",
  "proxy-redirects",
  "socks-refused",
]);

/** What an attempt needs of its surroundings. `stop` aborts with a `StopReason`, after `attemptMs` at the latest. */
export type Surroundings = {
  readonly network: Network;
  readonly attemptMs: number;
  readonly clock: Clock | undefined;
  readonly stop: AbortSignal;
};

/** One attempt along its route; where a script is to choose the proxy, along the way that it chooses. */
export async function attempt(
  planned: Attempt,
  proxy: Proxy | undefined,
  around: Surroundings,
): Promise<Observation> {
  const { id, target, route } = planned;
  const go = (hop: Proxy | undefined) => travel(planned, wayTo(target, hop), around);
  const journey = proxy?.scheme === "pac" ? await byScript(target, proxy, go, around.stop) : await go(proxy);
  return { id, target: target.id, route, ...journey };
}

/**
 * Goes one way to a target: opens it phase by phase, says what is to be said, and records it all. Ends when `stop`
 * aborts; rejects only for a fault of ours.
 */
async function travel(
  planned: Attempt,
  way: Way,
  { network, attemptMs, clock, stop }: Surroundings,
): Promise<Journey> {
  const { target } = planned;
  const sockets: Duplex[] = [];
  const keep = <T extends Duplex>(socket: T): T => {
    // Whatever goes wrong later on a layer, the phase that waits for it has its own ear.
    socket.on("error", () => undefined);
    sockets.push(socket);
    return socket;
  };
  let trace = openTrace(stop);
  const line = async (): Promise<Line> => {
    const socket = await openRoute(way, { trace, network, clock, keep });
    return {
      attempt: planned,
      socket,
      trace,
      clock,
      ...(way.forwards && way.proxy ? { forwarder: way.proxy } : {}),
    };
  };
  const answered = async (): Promise<AnsweredBy> => {
    switch (target.exchange.kind) {
      case "http":
        return askHttp(await line(), target.exchange);
      case "ssh-banner":
        return askBanner(await line());
      case "connect":
        await line();
        // That a proxy says it is connected does not show to whom.
        return way.proxy === undefined ? "target" : "unknown";
      case "instance-identity": {
        const token = await askForToken(await line(), Math.min(MOST_TOKEN_MS, attemptMs / 2));
        // The document is asked for on a connection of its own, and then only that is recorded.
        trace = openTrace(stop);
        return askIdentity(await line(), token);
      }
    }
  };
  try {
    const answeredBy = await answered();
    const phases = withSkipped(way, trace.phases);
    return { outcome: "ok", answeredBy, ...productBehind(answeredBy, phases), phases };
  } catch (error) {
    if (error !== HALTED) throw error;
    const phases = withSkipped(way, trace.phases);
    const answeredBy = whoFailed(phases, target);
    return { outcome: "failed", answeredBy, ...productBehind(answeredBy, phases), phases };
  } finally {
    // Outermost first: a TCP socket destroyed under its TLS in the same turn can crash Node.
    for (const socket of sockets.reverse()) socket.destroy();
  }
}

/**
 * Whose words a failure is: the proxy's own refusal, whatever it means by it, or an answer that the target began and
 * did not end.
 */
function whoFailed(phases: readonly Phase[], target: Target): AnsweredBy {
  const failed = phases.find((phase) => phase.status === "failed");
  if (failed?.status !== "failed") return "unknown";
  if (BY_PROXY.has(failed.failure.code)) return "proxy";
  if (failed.name === "tunnel" && failed.facts?.status !== undefined) return "proxy";
  const { status, headers } = failed.name === "response" ? (failed.facts ?? {}) : {};
  if (status === undefined || headers === undefined) return "unknown";
  return isProvedBy({ status, headers, body: "", ...tlsOf(phases) }, target) ? "target" : "unknown";
}
