import type { Duplex } from "node:stream";
import type { AnsweredBy, Attempt, Observation } from "../model/observation.ts";
import type { FailureCode, Phase } from "../model/phase.ts";
import type { Proxy } from "../model/route.ts";
import { endpointOf, type Target } from "../model/target.ts";
import { askBanner, askForToken, askHttp, askIdentity, isVerified, type Line } from "./converse.ts";
import { withSkipped } from "./expected-phases.ts";
import type { Network } from "./network.ts";
import { openRoute, type Way } from "./open-route.ts";
import { askScript } from "./pac.ts";
import { isProvedBy } from "./recognise.ts";
import { HALTED, openTrace, type Trace } from "./trace.ts";

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

/**
 * One attempt: opens its route phase by phase, says to the target what is to be said, and records it all.
 * Ends when `stop` aborts with a `StopReason`, which it does after `attemptMs`; rejects only for a fault of ours.
 */
export async function attempt(
  planned: Attempt,
  proxy: Proxy | undefined,
  network: Network,
  attemptMs: number,
  stop: AbortSignal,
): Promise<Observation> {
  const { id, target, route } = planned;
  const sockets: Duplex[] = [];
  const keep = <T extends Duplex>(socket: T): T => {
    // Whatever goes wrong later on a layer, the phase that waits for it has its own ear.
    socket.on("error", () => undefined);
    sockets.push(socket);
    return socket;
  };
  let trace = openTrace(stop);
  let way = wayTo(target, proxy);
  const line = async (): Promise<Line> => {
    const socket = await openRoute(way, { trace, network, keep });
    return {
      attempt: planned,
      socket,
      trace,
      ...(way.forwards && way.proxy ? { forwarder: way.proxy } : {}),
    };
  };
  const answered = async (): Promise<AnsweredBy> => {
    if (proxy?.scheme === "pac") way = await wayByScript(target, proxy, trace);
    switch (target.exchange.kind) {
      case "http":
        return askHttp(await line(), target.exchange.method, target.exchange.headers);
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
    return {
      id,
      target: target.id,
      route,
      outcome: "ok",
      answeredBy,
      phases: withSkipped(way, trace.phases),
    };
  } catch (error) {
    if (error !== HALTED) throw error;
    const phases = withSkipped(way, trace.phases);
    return { id, target: target.id, route, outcome: "failed", answeredBy: whoFailed(phases, target), phases };
  } finally {
    // Outermost first: a TCP socket destroyed under its TLS in the same turn can crash Node.
    for (const socket of sockets.reverse()) socket.destroy();
  }
}

function wayTo(target: Target, proxy: Proxy | undefined): Way {
  const { kind } = target.exchange;
  const asks = kind === "http" || kind === "instance-identity";
  const secure = asks && target.url.startsWith("https:");
  const speaksHttp = proxy?.scheme === "http" || proxy?.scheme === "https";
  return {
    endpoint: endpointOf(target.url),
    forwards: asks && !secure && speaksHttp,
    secure,
    ...(proxy === undefined ? {} : { proxy }),
  };
}

/** The way that a script chooses; recorded as the look-up of a proxy where the script fails. */
async function wayByScript(target: Target, { script = "" }: Proxy, trace: Trace): Promise<Way> {
  return trace.step("proxy-dns", async (signal) => {
    const choice = await askScript(script, target.url, signal);
    if (choice === "direct")
      return { facts: { host: "DIRECT", addresses: [] }, value: wayTo(target, undefined) };
    return { facts: { host: choice.id, addresses: [] }, value: wayTo(target, choice) };
  });
}

/** Whose words a failure is: the proxy's own refusal, or an answer that the target began and did not end. */
function whoFailed(phases: readonly Phase[], target: Target): AnsweredBy {
  const failed = phases.find((phase) => phase.status === "failed");
  if (failed?.status !== "failed") return "unknown";
  if (BY_PROXY.has(failed.failure.code)) return "proxy";
  const { status, headers } = failed.name === "response" ? (failed.facts ?? {}) : {};
  if (status === undefined || headers === undefined) return "unknown";
  return isProvedBy({ status, headers, body: "", verified: isVerified(phases) }, target)
    ? "target"
    : "unknown";
}
