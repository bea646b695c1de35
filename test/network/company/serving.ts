import http from "node:http";
import https from "node:https";
import net from "node:net";
import type { Answer, FakePort } from "../../../src/lab/fake.ts";
import type { Doors } from "./doors.ts";
import type { Log } from "./log.ts";
import type { Site } from "./sites.ts";

/** What a server presents: its chain and its key, PEM. */
export type Identity = { readonly cert: string; readonly key: string };

/** In what the servers of a story's world differ from the usual ones. */
export type Oddities = {
  /** How far all clocks are ahead of this machine's, in seconds. */
  readonly clockAhead?: number;
  /** What a host answers to all in place of its own, by its name. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** What a host presents in place of its own, by its first name. */
  readonly identities?: Readonly<Record<string, Identity>>;
};

/** What all servers have in common. */
export type World = {
  readonly log: Log;
  /** Those of the story that is told now. */
  readonly oddities: () => Oddities;
};

/** Serves a site on all its ports. */
export async function serveSite(site: Site, doors: Doors, identity: Identity, world: World): Promise<void> {
  for (const port of Object.keys(site.fake("")).map(Number)) {
    // A server for each identity: to another one's certificate OpenSSL would add the first one's authorities.
    const servers = new Map<string, net.Server>();
    const door = await doors.open(site.listens ?? site.address, port);
    door.on("connection", (socket) => {
      const presented = world.oddities().identities?.[site.names[0] ?? ""] ?? identity;
      const server = servers.get(presented.cert) ?? serverFor(site, port, presented, world);
      servers.set(presented.cert, server);
      server.emit(
        "connection",
        socket.on("error", () => undefined),
      );
      socket.resume();
    });
  }
}

function serverFor(site: Site, port: number, identity: Identity, world: World): net.Server {
  const fakeFor = (from: string) => site.fake(from)[port];
  const fake = fakeFor("");
  switch (fake?.speaks) {
    case "http":
      return http.createServer(answering(port, fakeFor, world));
    case "https":
    case "self-signed-https":
      return https
        .createServer({ ...identity }, answering(port, fakeFor, world))
        .on("tlsClientError", () => undefined);
    default:
      return net.createServer((socket) => {
        world.log.add({ host: site.names[0] ?? "", port, from: callerOf(socket), path: "", agent: "" });
        if (fake?.speaks === "tcp") fake.converse(socket);
      });
  }
}

/** Answers as the site does to that caller, or as the story has it, and notes what was asked. */
function answering(
  port: number,
  fakeFor: (from: string) => FakePort | undefined,
  { log, oddities }: World,
): http.RequestListener {
  return ({ method = "GET", url = "/", headers, socket }, response) => {
    const from = callerOf(socket);
    const host = String(headers.host ?? "").replace(/:\d+$/, "");
    log.add({ host, port, from, path: url, agent: headers["user-agent"] ?? "" });
    const fake = fakeFor(from);
    const { answers, clockAhead = 0 } = oddities();
    const usual = fake === undefined || fake.speaks === "tcp" ? undefined : fake.answer;
    const answer = answers?.[host] ?? usual?.({ method, path: url, headers });
    if (answer === undefined) return response.destroy();
    response.sendDate = false;
    response.writeHead(answer.status, {
      Date: new Date(Date.now() + clockAhead * 1000).toUTCString(),
      ...answer.headers,
      "Content-Length": Buffer.byteLength(answer.body),
    });
    return response.end(answer.body);
  };
}

function callerOf({ remoteAddress = "" }: net.Socket): string {
  return remoteAddress.replace(/^::ffff:/, "");
}
