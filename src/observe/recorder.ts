import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { startNameServer } from "./name-server.ts";
import { readOpening, type Sighting } from "./sighting.ts";

/** No client waits this long with its first word; what is silent for longer is recorded as silent. */
const PATIENCE_MS = 1000;

const REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
/** Version 5, and none of the methods offered is acceptable (RFC 1928, section 3); version 4, refused. */
const SOCKS_REFUSALS = { socks5: Buffer.from([5, 0xff]), socks4: Buffer.from([0, 0x5b, 0, 0, 0, 0, 0, 0]) };

/** Takes every call in a network where all addresses are this machine's (`enclosure.ts`); passes none on. */
export type Recorder = {
  /** Takes calls to these ports too. */
  readonly listen: (ports: Iterable<number>) => Promise<void>;
  /** The calls since the last time, in the order in which they came. */
  readonly take: () => Promise<readonly Sighting[]>;
  readonly close: () => Promise<void>;
};

/** Starts the recorder, and the name server that gives each name an address of its own. */
export async function startRecorder(): Promise<Recorder> {
  const servers = new Map<number, Server>();
  const sockets = new Set<Socket>();
  const names = await startNameServer(createSocket("udp4"));
  let calls: Promise<Sighting>[] = [];

  const answer = (socket: Socket, port: number) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    const address = (socket.localAddress ?? "").replace(/^::ffff:(?=\d+\.)/, "");
    calls.push(hear(socket).then((opening) => ({ host: names.nameOf(address), port, ...opening })));
  };
  const listen = async (port: number) => {
    if (servers.has(port)) return;
    const server = createServer((socket) => answer(socket, port));
    servers.set(port, server);
    server.listen({ host: "::", port, backlog: 64 });
    await once(server, "listening");
  };

  return {
    listen: async (ports) => {
      for (const port of ports) await listen(port);
    },
    take: async () => {
      // A call that the kernel has taken already is told to us in the next turns of the loop.
      for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
      const taken = await Promise.all(calls);
      calls = [];
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      for (const server of servers.values()) server.close();
      await names.close();
    },
  };
}

/** Hears a caller out until it is clear what it speaks, and refuses. */
function hear(socket: Socket): Promise<Pick<Sighting, "spoke" | "request">> {
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0);
    const end = (opening: Pick<Sighting, "spoke" | "request">) => {
      clearTimeout(patience);
      resolve(opening);
      if (opening.spoke === "http") socket.end(REFUSAL);
      else if (opening.spoke === "socks4" || opening.spoke === "socks5") {
        socket.end(SOCKS_REFUSALS[opening.spoke]);
      } else socket.destroy();
    };
    const patience = setTimeout(() => end({ spoke: "nothing" }), PATIENCE_MS);
    socket.on("data", (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      const opening = readOpening(heard);
      if (opening !== undefined) end(opening);
    });
    socket.on("close", () => end({ spoke: heard.length > 0 ? "something-else" : "nothing" }));
  });
}
