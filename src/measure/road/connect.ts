import type { Socket } from "node:net";
import type { PhaseFacts, Try } from "../../model/phase.ts";
import { fault } from "../fault.ts";
import type { Address, Network } from "../network.ts";

/** The next address is tried when this time has passed without an answer (RFC 8305, section 5). */
const STAGGER_MS = 250;
const MOST_ADDRESSES = 6;
/** A try that was given up, because another address answered or the time was up (libuv's name). */
const GIVEN_UP = "ECANCELED";
/** This machine cannot even begin to reach addresses of that family. */
const NO_FAMILY: ReadonlySet<string | undefined> = new Set(["ENETUNREACH", "EADDRNOTAVAIL", "EAFNOSUPPORT"]);

type Connected = { readonly facts: PhaseFacts["tcp"]; readonly value: Socket };

/**
 * Connects to the first of several addresses that answers, the families by turns. Node's own race gives each
 * address 250 ms and then drops it; here none is given up while another is tried. `tries` is what was tried, in
 * the order in which it began; what is still open is named when the end has come.
 */
export function connect(
  network: Network,
  addresses: readonly Address[],
  port: number,
  signal: AbortSignal,
  tries: Try[],
): Promise<Connected> {
  const waiting = byTurns(addresses).slice(0, MOST_ADDRESSES);
  const connecting = new Map<Socket, (outcome: string) => void>();
  const errors: NodeJS.ErrnoException[] = [];
  const start = performance.now();
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) reject(fault("name-has-no-address", "the name has no address"));
    let stagger: NodeJS.Timeout | undefined;
    const finish = () => {
      clearTimeout(stagger);
      signal.removeEventListener("abort", finish);
      waiting.length = 0;
      for (const [socket, record] of connecting) {
        record(GIVEN_UP);
        socket.destroy();
      }
      connecting.clear();
    };
    const begin = (address: Address): Socket | undefined => {
      // Thrown from the timer below it would be nobody's, and end the process.
      try {
        return network.connect(address, port);
      } catch (error) {
        finish();
        reject(error);
        return undefined;
      }
    };
    const tryNext = () => {
      clearTimeout(stagger);
      const address = waiting.shift();
      if (address === undefined) return;
      const record = recordOf(address, start, tries);
      const socket = begin(address);
      if (socket === undefined) return;
      connecting.set(socket, record);
      socket.once("connect", () => {
        if (isJoinedWithItself(socket)) {
          socket.destroy(refusal(socket));
          return;
        }
        record("connected");
        connecting.delete(socket);
        finish();
        socket.setNoDelay(true);
        resolve({ facts: { ...ends(socket), tries }, value: socket });
      });
      socket.on("error", (error: NodeJS.ErrnoException) => {
        if (!connecting.delete(socket)) return;
        record(error.code ?? error.name);
        errors.push(error);
        if (waiting.length > 0) tryNext();
        else if (connecting.size === 0) {
          finish();
          reject(errors.find(({ code }) => !NO_FAMILY.has(code)) ?? errors[0]);
        }
      });
      if (waiting.length > 0) stagger = setTimeout(tryNext, STAGGER_MS);
    };
    signal.addEventListener("abort", finish, { once: true });
    tryNext();
  });
}

/**
 * Whether a socket was given the very port that it calls, on an address of this machine's: two that call each other at
 * once are connected (RFC 9293, section 3.5), and so is one that calls itself. That can only be where nobody listens.
 */
function isJoinedWithItself({ localAddress, localPort, remoteAddress, remotePort }: Socket): boolean {
  return localPort !== undefined && localPort === remotePort && localAddress === remoteAddress;
}

/** What Node says where nobody listens. */
function refusal({ remoteAddress, remotePort }: Socket): NodeJS.ErrnoException {
  const code = "ECONNREFUSED";
  return Object.assign(new Error(`connect ${code} ${remoteAddress}:${remotePort}`), { code });
}

/** Records the end of a try that begins now. */
function recordOf({ address }: Address, start: number, tries: Try[]): (outcome: string) => void {
  const begun = performance.now();
  const at = Math.round(begun - start);
  return (outcome) => {
    tries.push({ address, at, ms: Math.round(performance.now() - begun), outcome });
    tries.sort((one, other) => one.at - other.at);
  };
}

/** One of the first address's family, one of the other, and so on, each in its order (RFC 8305, section 4). */
function byTurns(addresses: readonly Address[]): Address[] {
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const other = addresses.filter(({ family }) => family !== addresses[0]?.family);
  return addresses.flatMap((_, turn) => [first[turn], other[turn]].filter((each) => each !== undefined));
}

function ends({ remoteAddress, remotePort, localAddress, localPort }: Socket): {
  remote: string;
  local: string;
} {
  return { remote: end(remoteAddress, remotePort), local: end(localAddress, localPort) };
}

function end(address = "", port = 0): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
