import { once } from "node:events";
import { isIP, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import tls, { type TLSSocket } from "node:tls";
import type { PhaseFacts } from "../../model/phase.ts";
import type { TrustStore } from "../../model/trust.ts";
import { fault } from "../fault.ts";
import { isFor, recordOf } from "../trust/certificate.ts";
import { type ChainJudge, openChainJudge } from "../trust/chain-judge.ts";
import { presentedOn } from "./presented.ts";

type Secured = { readonly facts: PhaseFacts["tls"]; readonly value: TLSSocket };

/**
 * Nobody is trusted in the handshake: what is trusted is found out later, by every store. One context for all, for
 * building one takes time.
 */
const NOBODY = tls.createSecureContext({ ca: [] });

/** Reading stores takes tens of milliseconds, so that a judge is made once for each list of them. */
const JUDGES = new WeakMap<readonly TrustStore[], ChainJudge>();

function judgeBy(stores: readonly TrustStore[]): ChainJudge {
  const judge = JUDGES.get(stores) ?? openChainJudge(stores);
  JUDGES.set(stores, judge);
  return judge;
}

/** Speaks TLS on an open connection. The chain is recorded, never enforced: nothing secret is sent over it. */
export async function secure(
  socket: Duplex,
  host: string,
  stores: readonly TrustStore[],
  signal: AbortSignal,
): Promise<Secured> {
  await written(socket);
  // What a tunnel broke of before TLS lay on it, nobody says again.
  if (socket.destroyed) throw socket.errored ?? fault("closed", "closed before the handshake");
  refuseTalk(socket);
  const secured = tls.connect({
    socket: socket as Socket,
    host,
    servername: isIP(host) > 0 ? "" : host,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false,
    secureContext: NOBODY,
  });
  secured.on("error", () => undefined);
  const stop = () => secured.destroy();
  signal.addEventListener("abort", stop, { once: true });
  await once(secured, "secureConnect");
  // Later, a layer above may lie on this one, and must be destroyed before it.
  signal.removeEventListener("abort", stop);
  return { facts: factsOf(secured, host, judgeBy(stores)), value: secured };
}

/**
 * Waits for what was said on a connection to be out. Where some of it is not, Node has TLS wait for it, and crashes if
 * the TLS is gone when it is out (`writesIssuedByPrevListenerDone` of a handle that is null).
 */
async function written(socket: Duplex): Promise<void> {
  if (socket.writableLength === 0) return;
  await new Promise<void>((resolve, reject) => {
    socket.write("", (error) => (error ? reject(error) : resolve()));
  });
}

/** What a TLS peer may say before it is spoken to: that it will not speak (RFC 8446 section 5.1, `alert`). */
const ALERT = 21;

/** Words that are there before ours are no TLS server's. Bun would leave them aside, and wait for others. */
function refuseTalk(socket: Duplex): void {
  const early: unknown = socket.readableLength > 0 ? socket.read() : null;
  if (!Buffer.isBuffer(early)) return;
  if (early[0] !== ALERT) throw fault("not-tls", "the server speaks first, and not TLS");
  socket.unshift(early);
}

function factsOf(secured: TLSSocket, host: string, judge: ChainJudge): PhaseFacts["tls"] {
  const chain = presentedOn(secured);
  const [leaf] = chain;
  const wrongName = leaf !== undefined && !isFor(host, leaf);
  return {
    protocol: secured.getProtocol() ?? "",
    cipher: secured.getCipher()?.name ?? "",
    chain: chain.map(recordOf),
    ...judge(chain, new Date()),
    ...(wrongName ? { wrongName: true } : {}),
  };
}
