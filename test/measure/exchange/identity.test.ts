import { describe, expect, onTestFinished, test } from "vitest";
import { openBlackHole } from "../../../src/lab/black-hole.ts";
import type { Network } from "../../../src/measure/network.ts";
import { ask, gist, loopback, phaseOf } from "../../rig/measuring.ts";
import { closedPort, startPeer, type Talk } from "../../rig/peer.ts";
import { startHttpProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const DOCUMENT = {
  instanceId: "i-0123456789abcdef0",
  privateIp: "10.0.0.33",
  region: "eu-west-1",
  accountId: "123456789012",
};
const IDENTITY = { instanceId: DOCUMENT.instanceId, privateIp: "10.0.0.33", region: "eu-west-1" };
const TOKEN = "AQAEAFz-token-of-this-test==";
const EC2 = ["Server: EC2ws", "Content-Type: text/plain"];
const PATH = "/latest/dynamic/instance-identity/document";

/** A metadata service that asks for tokens; `onPut` is what it makes of being asked for one. */
async function startService(
  onPut: string | "silence",
  wantsToken = true,
): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = [];
  const answers: Talk = (socket) =>
    socket.on("data", (chunk: Buffer) => {
      const text = chunk.toString("latin1");
      heard.push(text);
      if (text.startsWith("PUT ")) {
        if (onPut !== "silence") socket.write(onPut);
      } else if (
        wantsToken &&
        !text.toLowerCase().includes(`x-aws-ec2-metadata-token: ${TOKEN.toLowerCase()}\r`)
      ) {
        socket.write(talk.answer("401 Unauthorized", EC2));
      } else socket.write(talk.answer("200 OK", EC2, JSON.stringify(DOCUMENT)));
    });
  return { port: await startPeer(answers), heard };
}

const GRANTED = talk.answer("200 OK", EC2, TOKEN);

function identity(port: number, more: { proxy?: string; attemptMs?: number; network?: Network } = {}) {
  return ask({
    url: `http://metadata.test:${port}${PATH}`,
    exchange: { kind: "instance-identity" },
    marks: [{ header: { name: "server", matches: "^EC2ws" } }],
    ...more,
  });
}

describe("an identity document", () => {
  test("is asked for with a token, and neither is kept", async () => {
    const service = await startService(GRANTED);
    const observation = await identity(service.port);
    expect(gist(observation)).toBe("target");
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { status: 200, body: "", token: "granted", identity: IDENTITY },
    });
    expect(phaseOf(observation, "request")).toMatchObject({ facts: { method: "GET" } });
    expect(service.heard).toHaveLength(2);
    expect(service.heard[0]).toMatch(/^PUT \/latest\/api\/token HTTP\/1\.1\r\n/);
    expect(service.heard[0]).toMatch(/^x-aws-ec2-metadata-token-ttl-seconds: 10\r$/im);
    expect(JSON.stringify(observation)).not.toMatch(/AQAEA|123456789012/);
  });

  test.each([
    ["refused with 403", talk.answer("403 Forbidden", EC2), 403],
    ["refused with 404", talk.answer("404 Not Found", EC2), 404],
    ["a page instead", talk.answer("200 OK", [], "<html>not a token</html>"), 200],
  ])("is asked for without a token where that is %s", async (_, onPut, status) => {
    const service = await startService(onPut, false);
    const observation = await identity(service.port);
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { token: "refused", tokenStatus: status, identity: IDENTITY },
    });
    expect(service.heard[1]).not.toMatch(/x-aws-ec2-metadata-token/i);
  });

  test("is asked for without a token where there is no answer in half the time", async () => {
    const service = await startService("silence", false);
    const begun = performance.now();
    const observation = await identity(service.port, { attemptMs: 2000 });
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { token: "silent", identity: IDENTITY },
    });
    expect(performance.now() - begun).toBeGreaterThan(980);
  });

  test("is asked for without a token where that request breaks off, which is a refusal without a status", async () => {
    const port = await startPeer((socket) =>
      socket.on("data", (chunk: Buffer) => {
        if (chunk.toString("latin1").startsWith("PUT ")) socket.resetAndDestroy();
        else socket.write(talk.answer("200 OK", EC2, JSON.stringify(DOCUMENT)));
      }),
    );
    const response = phaseOf(await identity(port), "response");
    expect(response).toMatchObject({ facts: { token: "refused", identity: IDENTITY } });
    expect(response).not.toHaveProperty("facts.tokenStatus");
  });

  test("that is withheld leaves the service's word for it", async () => {
    const service = await startService(talk.answer("403 Forbidden", EC2));
    const observation = await identity(service.port);
    expect(observation).toMatchObject({ outcome: "ok", answeredBy: "target" });
    expect(phaseOf(observation, "response")).toMatchObject({
      facts: { status: 401, token: "refused", body: "" },
    });
    expect(phaseOf(observation, "response")).not.toHaveProperty("facts.identity");
  });

  test.each([
    ["a page", "<html>instanceId</html>"],
    ["JSON of another kind", '{"instanceId":1}'],
    ["JSON that is nothing", "null"],
  ])("is not made of %s", async (_, body) => {
    const port = await startPeer((socket) =>
      socket.on("data", () => socket.write(talk.answer("200 OK", ["Content-Type: text/html"], body))),
    );
    const observation = await identity(port);
    expect(phaseOf(observation, "response")).not.toHaveProperty("facts.identity");
    expect(gist(observation)).toBe("someone-else");
  });

  test("proves the service even where a proxy took the service's name off", async () => {
    const port = await startPeer((socket) =>
      socket.on("data", () => socket.write(talk.answer("200 OK", [], JSON.stringify(DOCUMENT)))),
    );
    expect(gist(await identity(port))).toBe("target");
  });

  test("through a forwarding proxy: the token goes the same way", async () => {
    const service = await startService(GRANTED);
    const proxy = await startHttpProxy();
    const observation = await identity(service.port, { proxy: `http://proxy.test:${proxy.port}` });
    expect(gist(observation)).toBe("target");
    expect(proxy.asked.map(({ head }) => head.split("\r\n")[0])).toEqual([
      `PUT http://metadata.test:${service.port}/latest/api/token HTTP/1.1`,
      `GET http://metadata.test:${service.port}${PATH} HTTP/1.1`,
    ]);
  });

  test("where the connection cannot be opened, that is all there is", async () => {
    const observation = await identity(await closedPort());
    expect(gist(observation)).toBe("tcp/refused");
    const tries = phaseOf(observation, "tcp");
    expect(tries?.status === "failed" ? tries.facts?.tries : []).toHaveLength(1);
  });

  test("from a silent service is no answer, in time", async () => {
    const begun = performance.now();
    const observation = await identity(await startPeer(talk.reads), { attemptMs: 400 });
    expect(gist(observation)).toBe("response/timed-out");
    expect(phaseOf(observation, "response")).toMatchObject({ facts: { token: "silent" } });
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test("where the connection itself comes to nothing, nothing is said of a token", async () => {
    const hole = await openBlackHole();
    onTestFinished(() => hole.close());
    const network = { ...loopback(), connect: () => hole.connect() };
    const observation = await identity(80, { attemptMs: 400, network });
    expect(gist(observation)).toBe("tcp/timed-out");
    expect(JSON.stringify(observation)).not.toContain('"token"');
  });
});
