import { type Duplex, PassThrough, type Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Network } from "../measure/network.ts";
import { openRoute, wayTo } from "../measure/road/open-route.ts";
import { HALTED, openTrace } from "../measure/trace.ts";
import { failedPhaseOf } from "../model/observation.ts";
import type { Failure } from "../model/phase.ts";
import type { Proxy } from "../model/route.ts";
import type { Bastion } from "../model/tunnel.ts";
import { sshdOf } from "./targets.ts";

/** What is carried, between whom, and by which way; `patienceMs` is what opening the way may take. */
export type Carriage = {
  readonly to: Required<Pick<Bastion, "host" | "port">>;
  readonly proxy: Proxy;
  readonly network: Network;
  readonly from: Readable;
  readonly back: Writable;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
};

/**
 * Opens a way through a proxy and carries bytes both ways until one end is done, as ssh wants it of a `ProxyCommand`.
 * Gives the failure where the way could not be opened. Who asked may hang up meanwhile: ssh does so by its end.
 */
export async function carry({ to, ...around }: Carriage): Promise<Failure | "carried"> {
  const { proxy, network, from, back, patienceMs, signal } = around;
  const sockets: Duplex[] = [];
  const keep = <T extends Duplex>(socket: T): T => {
    // Each phase has an ear of its own on it, and so have both ways; Node warns of the eleventh, in the middle of ssh's words.
    socket.setMaxListeners(0).on("error", () => undefined);
    sockets.push(socket);
    return socket;
  };
  const end = new AbortController();
  const cancel = () => end.abort("cancelled");
  const timer = setTimeout(() => end.abort("timed-out"), patienceMs);
  signal.addEventListener("abort", cancel, { once: true });
  // Only who reads notices that ssh has gone.
  const held = from.pipe(new PassThrough());
  from.once("end", cancel).once("close", cancel);
  const trace = openTrace(end.signal);
  try {
    const way = wayTo(sshdOf("ssh", to), proxy);
    const socket = await openRoute(way, { trace, network, clock: undefined, keep });
    clearTimeout(timer);
    from.off("end", cancel).off("close", cancel);
    await bothWays(held, socket, back, signal);
    return "carried";
  } catch (error) {
    if (error !== HALTED) throw error;
    return failedPhaseOf(trace.phases)?.failure ?? { code: "unknown", message: "" };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
    from.destroy();
    for (const socket of sockets.reverse()) socket.destroy();
  }
}

/** Whoever is done or breaks off ends it for both: of bytes that are lost so, ssh knows itself. */
async function bothWays(from: Readable, socket: Duplex, back: Writable, signal: AbortSignal): Promise<void> {
  const there = pipeline(from, socket, { signal }).catch(() => undefined);
  const here = pipeline(socket, back, { signal }).catch(() => undefined);
  await Promise.race([there, here]);
  socket.destroy();
  await here;
}
