import net from "node:net";
import tls from "node:tls";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { check } from "../src/doctor.ts";
import { selfSigned } from "../src/lab/certificate-authority.ts";
import type { Network } from "../src/measure/network.ts";
import { factsOf } from "../src/model/observation.ts";
import type { Report } from "../src/model/report.ts";
import { fakeMachine } from "./discover/fake-machine.ts";
import { RENDERERS } from "./rig/faces.ts";
import { startPeer } from "./rig/peer.ts";
import * as talk from "./rig/talks.ts";

const METADATA = "169.254.169.254";
const PROXY = "http://10.0.0.33:3128";
const FILES = { "/etc/environment": `http_proxy=${PROXY}\nhttps_proxy=${PROXY}\n` };

/** Tokens as the service makes them, with what percent-encoding and base64 change; one for each way to the service. */
const DIRECT = "AQAEAD/irect+T0ken.of/this_machine+s-own==";
const PROXIED = "AQAEAP/roxied+T0ken.of/the_proxy+s-own===";

/** A text in base64, behind one, two and three others. */
function inBase64(token: string): readonly string[] {
  return ["x", "xx", "xxx"].map((before) => Buffer.from(`${before}${token}y`).toString("base64"));
}

/** What is looked for: a text as such, percent-encoded, and in base64 without what its neighbours decide. */
function spellings(token: string): readonly string[] {
  return [token, encodeURIComponent(token), ...inBase64(token).map((text) => text.slice(4, -6))];
}

/** All bytes that each server was sent, by its name; what comes by TLS as it is sent and as it is meant. */
type Heard = Readonly<Record<"metadata" | "the proxy's metadata" | "the proxy" | "everyone else", string[]>>;

type World = { readonly network: Network; readonly heard: Heard };

let credentials: Awaited<ReturnType<typeof selfSigned>>;
beforeAll(async () => {
  credentials = await selfSigned(["target.test"]);
});

/** A metadata service that repeats all it is told, in headers that are kept and in its document. */
function service(token: string, heard: string[]): Promise<number> {
  return startPeer((socket) =>
    socket.on("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      heard.push(text);
      const echo = `${text.replace(/\r\n/g, " ")} ${[encodeURIComponent(token), ...inBase64(token)].join(" ")}`;
      const document = JSON.stringify({
        instanceId: "i-0a",
        privateIp: "10.0.1.238",
        region: "us-east-1",
        echo,
      });
      const headers = ["Server: EC2ws", `Via: ${echo}`, `Location: /?token=${token}`];
      socket.write(talk.answer("200 OK", headers, text.startsWith("PUT ") ? token : document));
    }),
  );
}

/** Everyone else, by TLS or not: repeats all that it is told. */
function everyoneElse(heard: string[]): Promise<number> {
  const answer = (socket: net.Socket, text: string) => {
    heard.push(text);
    if (/^[A-Z]+ \S+ HTTP\//.test(text)) {
      socket.write(talk.answer("200 OK", ["Content-Type: text/plain"], text));
    }
  };
  return startPeer((socket) =>
    socket.once("data", (first: Buffer) => {
      heard.push(first.toString("latin1"));
      if (first[0] !== 22) return answer(socket, first.toString("latin1"));
      socket.on("data", (chunk: Buffer) => heard.push(chunk.toString("latin1")));
      socket.pause();
      socket.unshift(first);
      const secured = new tls.TLSSocket(socket, {
        isServer: true,
        secureContext: tls.createSecureContext(credentials),
      });
      secured.on("error", () => undefined);
      secured.on("data", (chunk: Buffer) => answer(secured, chunk.toString("latin1")));
    }),
  );
}

/** A proxy that forwards requests for metadata to a service of its own, and leads all else to everyone else. */
function proxyTo(own: number, others: number, heard: string[]): Promise<number> {
  return startPeer((near) =>
    near.once("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      heard.push(text);
      near.on("data", (more: Buffer) => heard.push(more.toString("latin1")));
      const far = net.connect(text.includes(METADATA) ? own : others, "127.0.0.1");
      far.on("error", () => near.destroy());
      near.on("error", () => far.destroy()).on("close", () => far.destroy());
      if (text.startsWith("CONNECT ")) near.write("HTTP/1.1 200 OK\r\n\r\n");
      else far.write(chunk);
      near.pipe(far).pipe(near);
    }),
  );
}

async function startWorld(): Promise<World> {
  const heard: Heard = { metadata: [], "the proxy's metadata": [], "the proxy": [], "everyone else": [] };
  const direct = await service(DIRECT, heard.metadata);
  const own = await service(PROXIED, heard["the proxy's metadata"]);
  const others = await everyoneElse(heard["everyone else"]);
  const proxy = await proxyTo(own, others, heard["the proxy"]);
  const ports: Readonly<Record<string, number>> = { [METADATA]: direct, "10.0.0.33": proxy };
  const network: Network = {
    lookup: async () => [{ address: "203.0.113.1", family: 4 }],
    connect: ({ address }) => net.connect(ports[address] ?? others, "127.0.0.1"),
    stores: [],
    close: () => undefined,
  };
  return { network, heard };
}

function checked(network: Network): Promise<Report> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort("interrupt"));
  return check({
    machine: { ...fakeMachine(FILES), addresses: ["10.0.1.238"] },
    network,
    flags: { role: "services", services: "10.0.1.240", ghe: "ghe.example.com", bucket: "a-bucket" },
    proxies: [],
    only: [],
    skip: [],
    measuring: { attemptMs: 4000 },
    signal: stop.signal,
    clock: () => new Date(),
    version: "0",
  });
}

describe("a token for the metadata service", () => {
  test("is sent to nobody but who gave it, on the way on which it came, and stands in no report", async () => {
    const { network, heard } = await startWorld();
    const report = await checked(network);
    // Both ways gave one, and used it; everyone was asked something.
    for (const route of ["direct", PROXY]) {
      const asked = report.observations.find(({ id }) => id === `ec2-metadata/identity@${route}`);
      expect(asked && factsOf(asked, "response")).toMatchObject({ token: "granted", identity: {} });
    }
    const hearers = (token: string) =>
      Object.entries(heard)
        .filter(([, texts]) => spellings(token).some((spelling) => texts.join("").includes(spelling)))
        .map(([name]) => name);
    expect(Object.entries(heard).filter(([, texts]) => texts.length === 0)).toEqual([]);
    expect(hearers(DIRECT)).toEqual(["metadata"]);
    expect(hearers(PROXIED)).toEqual(["the proxy's metadata", "the proxy"]);
    expect(heard.metadata.filter((text) => text.includes(DIRECT))).toHaveLength(1);

    const face = { width: 120, colour: false, detail: "full" } as const;
    const shown = [
      JSON.stringify(report),
      RENDERERS.json(report, face),
      RENDERERS.table(report, face).replace(/\s+/g, ""),
    ];
    for (const spelling of [DIRECT, PROXIED].flatMap(spellings)) {
      for (const text of shown) expect(text).not.toContain(spelling);
    }
  });
});
