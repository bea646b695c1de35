import { createSocket } from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type Question,
  TRUNCATED_RESPONSE,
} from "dns-packet";
import { onTestFinished } from "vitest";

/** What a name server does with a question: bytes to send back, or silence. */
export type DnsTalk = (question: Question, id: number) => Buffer | undefined;

/** Rcodes of RFC 1035, 4.1.1; `encode` takes them as the lowest bits of the flags. */
const RCODES = { FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

/** Gives these addresses of a name, as many as there are of the kind that is asked for. */
export function gives(...addresses: readonly string[]): DnsTalk {
  return (question, id) => reply(question, id, 0, records(question, question.name, addresses));
}

/** An answer with this rcode and nothing else. */
export function says(rcode: keyof typeof RCODES): DnsTalk {
  return (question, id) => reply(question, id, RCODES[rcode]);
}

export const silent: DnsTalk = () => undefined;
/** Noise with the right id. */
export const noise: DnsTalk = (_, id) => Buffer.from([id >> 8, id & 255, 0x84, 0, 0, 1, 0, 9, 255, 255, 1]);
/** The right beginning, and then a record that is none. */
export const brokenRecord: DnsTalk = (question, id) => {
  const beginning = reply(question, id, 0);
  beginning.writeUInt16BE(1, 6);
  return Buffer.concat([beginning, Buffer.from([0x3f, 0xff, 1])]);
};
/** What somebody sends who cannot have seen the question. */
export const wrongId: DnsTalk = (question, id) => gives("192.0.2.6", "2001:db8::6")(question, id ^ 0x5555);
export const answersAnother: DnsTalk = (question, id) =>
  gives("192.0.2.6", "2001:db8::6")({ ...question, name: "another.test" }, id);
/** The right question, and a record of a name that nobody asked for. */
export const tellsOfAnother: DnsTalk = (question, id) =>
  reply(question, id, 0, records(question, "another.test", ["192.0.2.6", "2001:db8::6"]));
/** No room in a datagram: ask by TCP (RFC 7766). */
export const truncated: DnsTalk = (question, id) => reply(question, id, TRUNCATED_RESPONSE);

/** One talk for A and one for AAAA. */
export function byType(a: DnsTalk, aaaa: DnsTalk): DnsTalk {
  return (question, id) => (question.type === "AAAA" ? aaaa : a)(question, id);
}

/** Where a name server serves; by TCP it has a talk of its own, or does not listen. */
type Place = { readonly address?: string; readonly port?: number; readonly overTcp?: DnsTalk };

/** A real name server. */
export type DnsServer = { readonly port: number; readonly close: () => Promise<void> };

/** Opens a name server on loopback, on a free port where none is given. */
export async function openDns(
  talk: DnsTalk,
  { address = "127.0.0.1", port = 0, overTcp }: Place = {},
): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (message, { port: from, address: asker }) => {
    const answer = answerTo(message, talk);
    if (answer !== undefined) socket.send(answer, from, asker);
  });
  // A free port of TCP's is more often free for UDP than the other way round: tests hold many.
  const server = overTcp === undefined ? undefined : await serveTcp(overTcp, address, port);
  const taken = server?.address();
  socket.bind(typeof taken === "object" && taken !== null ? taken.port : port, address);
  await once(socket, "listening");
  const bound = socket.address().port;
  const close = async () => {
    server?.close();
    await new Promise<void>((resolve) => socket.close(() => resolve()));
  };
  return { port: bound, close };
}

/** The same until the test ends; gives the port. */
export async function startDns(talk: DnsTalk, place: Place = {}): Promise<number> {
  const { port, close } = await openDns(talk, place);
  onTestFinished(close);
  return port;
}

async function serveTcp(talk: DnsTalk, address: string, port: number): Promise<net.Server> {
  const server = net.createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      // Each message comes after its length, and several may come at once.
      while (heard.length > 1 && heard.length >= 2 + heard.readUInt16BE()) {
        const end = 2 + heard.readUInt16BE();
        const answer = answerTo(heard.subarray(2, end), talk) ?? Buffer.alloc(0);
        socket.write(Buffer.concat([Buffer.from([answer.length >> 8, answer.length & 255]), answer]));
        heard = heard.subarray(end);
      }
    });
  });
  server.listen(port, address);
  await once(server, "listening");
  return server;
}

function answerTo(message: Buffer, talk: DnsTalk): Buffer | undefined {
  const { id = 0, questions = [] } = decode(message);
  const [question] = questions;
  return question === undefined ? undefined : talk(question, id);
}

function reply(question: Question, id: number, flags: number, answers: readonly Answer[] = []): Buffer {
  return encode({
    type: "response",
    id,
    flags: AUTHORITATIVE_ANSWER | flags,
    questions: [question],
    answers: [...answers],
  });
}

function records({ type }: Question, name: string, addresses: readonly string[]): readonly Answer[] {
  if (type !== "A" && type !== "AAAA") return [];
  const ofType = addresses.filter((address) => net.isIPv6(address) === (type === "AAAA"));
  return ofType.map((data) => ({ type, name, ttl: 0, data }));
}
