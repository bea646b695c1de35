import { describe, expect, test } from "vitest";
import { clockAhead } from "../../src/measure/clock.ts";
import { ask, phaseOf } from "../rig/measuring.ts";
import { startPeer } from "../rig/peer.ts";
import * as talk from "../rig/talks.ts";

const NOON = "Sat, 02 Feb 2019 12:00:00 GMT";
const at = (time: string) => () => new Date(time);

describe("how far a clock is ahead", () => {
  test.each([
    ["2019-02-02T12:00:00.500Z", 0],
    ["2019-02-02T12:00:00.000Z", 500],
    ["2019-02-02T11:54:00.500Z", 360_000],
    ["2019-02-02T13:00:00.500Z", -3_600_000],
  ])("at %s is %d ms", (time, ahead) => {
    expect(clockAhead(NOON, at(time))).toEqual({ clockAheadMs: ahead });
  });

  test.each([
    undefined,
    "",
    "yesterday",
    "Sat, 31 Feb 2019 12:00:00 GMT",
    "Fri, 02 Feb 2019 12:00:00 GMT",
    "Sat, 02 Feb 2019 12:00:00 +0200",
    "Sat, 2 Feb 2019 12:00:00 GMT",
    "2019-02-02T12:00:00Z",
    "Sat, 02 Feb 2019 24:00:00 GMT",
    `${NOON}, ${NOON}`,
    "0",
  ])("nobody knows by %j", (date) => {
    expect(clockAhead(date, at("2019-02-02T12:00:00Z"))).toEqual({});
  });

  test("nobody knows without a clock of this machine's", () => {
    expect(clockAhead(NOON, undefined)).toEqual({});
  });
});

describe("the clock of who answers is compared with this machine's", () => {
  const clock = at("2019-02-02T11:58:20.500Z");

  test("when the head arrives, and not when the body does", async () => {
    const times = [new Date("2019-02-02T11:58:20.500Z"), new Date("2019-02-02T13:00:00Z")];
    const next = () => times.shift() ?? new Date(0);
    const port = await startPeer((socket) =>
      socket.once("data", () => {
        socket.write(`HTTP/1.1 200 OK\r\nDate: ${NOON}\r\nContent-Length: 2\r\n\r\n`);
        setTimeout(() => socket.write("ok"), 50);
      }),
    );
    const observation = await ask({ url: `http://target.test:${port}/`, clock: next });
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { body: "ok", clockAheadMs: 100_000 } });
  });

  test("where the body never comes", async () => {
    const head = `HTTP/1.1 200 OK\r\nDate: ${NOON}\r\nContent-Length: 2\r\n\r\n`;
    const port = await startPeer(talk.says(head));
    const observation = await ask({ url: `http://target.test:${port}/`, clock, attemptMs: 1500 });
    expect(phaseOf(observation, "response")).toMatchObject({
      status: "failed",
      facts: { clockAheadMs: 100_000 },
    });
  });

  test("by a proxy's refusal of a tunnel, and by its consent", async () => {
    const refuses = await startPeer(talk.says(talk.answer("403 Forbidden", [`Date: ${NOON}`])));
    const consents = await startPeer(talk.says(`HTTP/1.1 200 OK\r\nDate: ${NOON}\r\n\r\n`));
    for (const port of [refuses, consents]) {
      const proxy = `http://127.0.0.1:${port}`;
      const observation = await ask({ url: "https://target.test/", proxy, clock, attemptMs: 1500 });
      expect(phaseOf(observation, "tunnel")).toMatchObject({ facts: { clockAheadMs: 100_000 } });
    }
  });

  test("and an answer that a cache kept says so", async () => {
    const port = await startPeer(talk.says(talk.answer("200 OK", [`Date: ${NOON}`, "Age: 60"])));
    const observation = await ask({ url: `http://target.test:${port}/`, clock });
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { headers: { age: "60" } } });
  });
});
