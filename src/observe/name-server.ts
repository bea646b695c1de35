import type { Socket } from "node:dgram";
import { once } from "node:events";
import { AUTHORITATIVE_ANSWER, decode, encode, type Packet } from "dns-packet";

/** Addresses for names come from the network that is set aside for tests of devices (RFC 2544, 198.18.0.0/15). */
const FIRST_ADDRESS = (198 << 24) | (18 << 16) | 1;

/** A name server that knows every name, each at an address of its own. */
export type NameServer = {
  /** The name that stands for an address, or the address itself. */
  readonly nameOf: (address: string) => string;
  readonly close: () => Promise<void>;
};

/** Serves on 127.0.0.1:53: an address for any name, no IPv6 ones. */
export async function startNameServer(socket: Socket): Promise<NameServer> {
  const addresses = new Map<string, string>();
  const names = new Map<string, string>();
  const addressOf = (name: string): string => {
    const known = addresses.get(name);
    if (known !== undefined) return known;
    const address = dotted(FIRST_ADDRESS + addresses.size);
    addresses.set(name, address);
    names.set(address, name);
    return address;
  };
  socket.on("message", (message, { port, address }) => {
    const reply = replyTo(message, addressOf);
    if (reply !== undefined) socket.send(reply, port, address);
  });
  socket.bind(53, "127.0.0.1");
  await once(socket, "listening");
  return {
    nameOf: (address) => names.get(address) ?? address,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function replyTo(message: Buffer, addressOf: (name: string) => string): Buffer | undefined {
  const query = decoded(message);
  const [question] = query?.questions ?? [];
  if (query === undefined || question === undefined) return undefined;
  const data = question.type === "A" ? [addressOf(question.name.toLowerCase())] : [];
  return encode({
    type: "response",
    id: query.id ?? 0,
    flags: AUTHORITATIVE_ANSWER,
    questions: [question],
    answers: data.map((address) => ({ type: "A", name: question.name, ttl: 0, data: address })),
  });
}

function decoded(message: Buffer): Packet | undefined {
  try {
    return decode(message);
  } catch {
    return undefined;
  }
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join(".");
}
