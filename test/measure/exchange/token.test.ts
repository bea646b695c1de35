import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { ask, gist, phaseOf } from "../../rig/measuring.ts";
import { startPeer } from "../../rig/peer.ts";
import { startHttpProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const exchange = { kind: "instance-identity" } as const;
const DOCUMENT = JSON.stringify({ instanceId: "i-0a", privateIp: "10.0.0.33", region: "eu-west-1" });
const TOKEN = "AQAEA-token-of-one-route==";

/** A metadata service that answers a PUT with this and a GET with its document; `heard` is all it was told. */
async function startService(onPut: string | undefined): Promise<{ port: number; heard: string[] }> {
  const heard: string[] = [];
  const port = await startPeer((socket) =>
    socket.on("data", (chunk: Buffer) => {
      heard.push(chunk.toString("latin1"));
      if (heard.at(-1)?.startsWith("GET ")) socket.write(talk.answer("200 OK", [], DOCUMENT));
      else if (onPut !== undefined) socket.write(onPut);
    }),
  );
  return { port, heard };
}

describe("a token", () => {
  test.each([
    ["a megabyte long", talk.answer("200 OK", [], "t".repeat(1_000_000))],
    ["with control characters in it", talk.answer("200 OK", [], "AQAEAtoken\x1b[31m\r\nX-Injected: 1")],
    ["of spaces", talk.answer("200 OK", [], " ".repeat(40))],
    ["that is empty", talk.answer("200 OK", [])],
    ["in an answer that breaks off", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nAQAEA"],
  ])("%s is not one, and is sent to nobody", async (_, onPut) => {
    const service = await startService(onPut);
    const observation = await ask({
      url: `http://metadata.test:${service.port}/doc`,
      exchange,
      attemptMs: 2000,
    });
    expect(gist(observation)).toBe("target");
    const token = phaseOf(observation, "response");
    expect(token?.status === "ok" ? token.facts.token : token).toMatch(/^(refused|silent)$/);
    expect(service.heard[1]).toMatch(/^GET /);
    expect(service.heard[1]).not.toMatch(/x-aws-ec2-metadata-token|x-injected/i);
  });

  test("goes out on the route that it came by and on no other", async () => {
    const service = await startService(talk.answer("200 OK", [], TOKEN));
    const mute = await startService(undefined);
    const proxy = await startHttpProxy();
    const through = { exchange, proxy: `http://127.0.0.1:${proxy.port}` };
    await ask({ url: `http://metadata.test:${service.port}/doc`, exchange });
    await ask({ url: `http://metadata.test:${mute.port}/doc`, ...through, attemptMs: 1000 });
    expect(service.heard.filter((text) => text.includes(TOKEN))).toHaveLength(1);
    expect([...mute.heard, ...proxy.asked.map(({ head }) => head)].join("")).not.toContain(TOKEN);
  });

  test("that does not come is given up in time even where the garbage collector has run", async () => {
    setFlagsFromString("--expose-gc");
    const collect: unknown = runInNewContext("gc");
    if (typeof collect !== "function") throw new Error("this Node has no collector to call");
    const collecting = setInterval(() => collect(), 20);
    const service = await startService(undefined);
    const observation = await ask({
      url: `http://metadata.test:${service.port}/doc`,
      exchange,
      attemptMs: 10_000,
    });
    clearInterval(collecting);
    expect(phaseOf(observation, "response")).toMatchObject({ status: "ok", facts: { token: "silent" } });
  });
});
