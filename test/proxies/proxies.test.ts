import net from "node:net";
import { afterAll, beforeAll, describe, test } from "vitest";
import { holdClosedPort } from "../../src/lab/closed-port.ts";
import { type Started, startReal } from "../rig/real-program.ts";
import { answer } from "../rig/talks.ts";
import { expectShown } from "./asking.ts";
import { CASES, UNMARKED } from "./cases.ts";
import { type Behind, canBeMade, type RecipeName, recipes } from "./recipes.ts";
import { record } from "./recorded.ts";

/** With `RECORD_ANSWERS=1` what the programs answer is written down for `test/measure/answer/answers.test.ts`. */
const records = process.env["RECORD_ANSWERS"] === "1";

/** A listener on loopback for a whole file, and how it is closed. */
type Listening = { readonly port: number; readonly close: () => unknown };

function listen(talk: (socket: net.Socket) => void): Promise<Listening> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).once("close", () => open.delete(socket));
    talk(socket);
  });
  const close = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ port: (server.address() as net.AddressInfo).port, close }));
  });
}

/** Answers with a mark, but for one path with an error of its own that bears none. */
function origin(socket: net.Socket): void {
  socket.once("data", (request) => {
    const isUnmarked = request.toString("latin1").split(" ")[1]?.endsWith(UNMARKED) ?? false;
    socket.end(
      isUnmarked
        ? answer("503 Service Unavailable", ["Content-Type: application/json"], "{}")
        : answer("403 Forbidden", ["Content-Type: application/xml", "x-amz-request-id: behind"], "<Error/>"),
    );
  });
}

/** Passes bytes on both ways, and keeps those that come back. */
function relay(port: number, came: Buffer[]): Promise<Listening> {
  return listen((near) => {
    const far = net.connect(port, "127.0.0.1");
    far.on("data", (chunk) => came.push(chunk)).on("error", () => near.destroy());
    near.pipe(far).pipe(near);
    near.once("close", () => far.destroy());
  });
}

let behind: Behind;
const listening: Listening[] = [];

beforeAll(async () => {
  const cuts = await listen((socket) => socket.once("data", () => socket.destroy()));
  const answers = await listen(origin);
  const closed = await holdClosedPort();
  listening.push(cuts, answers, closed);
  behind = { closed: closed.port, dead: cuts.port, origin: answers.port };
});

afterAll(() => {
  for (const { close } of listening) close();
});

const NOWHERE: Behind = { closed: 1, dead: 1, origin: 1 };
const NAMES = Object.keys(recipes(NOWHERE)) as readonly RecipeName[];

// Nothing stands for a program that is not installed; what it answered once is recorded.
describe.each(NAMES)("the real %s", (name) => {
  describe.skipIf(!canBeMade(recipes(NOWHERE)[name]))("where it is installed", () => {
    let started: Started | undefined;

    beforeAll(async () => {
      started = await startReal(recipes(behind)[name]);
    }, 20_000);
    afterAll(() => started?.stop());

    test.each(CASES.filter(({ of }) => of === name))("$name", async (asked) => {
      const { port } = started ?? { port: 0 };
      if (!records || asked.within === "tls") return expectShown(asked, behind, port);
      const came: Buffer[] = [];
      const between = await relay(port, came);
      await expectShown(asked, behind, between.port).finally(between.close);
      record(asked, Buffer.concat(came));
    });
  });
});
