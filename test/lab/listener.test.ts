import net from "node:net";
import { expect, test } from "vitest";
import { listen, startListening } from "../../src/lab/listener.ts";
import { fareOf } from "./asking.ts";

test("listens on loopback, and closing ends the connections that are open", async () => {
  const listener = await startListening(net.createServer((socket) => socket.resume()));
  const caller = net.connect(listener.port, "127.0.0.1");
  caller.on("error", () => {});
  await new Promise((resolve) => caller.once("connect", resolve));
  const ended = new Promise((resolve) => caller.resume().once("close", resolve));
  await listener.close();
  await ended;
  expect(await fareOf(net.connect(listener.port, "127.0.0.1"))).toBe("ECONNREFUSED");
});

test("sends an answer's headers as they are spelled, with its length", async () => {
  const { port, close } = await listen(
    {
      speaks: "http",
      answer: ({ method, path }) => ({
        status: 418,
        headers: { "x-AmZ-Id": "1" },
        body: `${method} ${path} é`,
      }),
    },
    { cert: "", key: "" },
  );
  try {
    const socket = net.connect(port, "127.0.0.1");
    socket.end("GET /a?b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 418 /);
    expect(text).toContain("\r\nx-AmZ-Id: 1\r\n");
    expect(text).toContain("\r\nContent-Length: 11\r\n");
    expect(text).toMatch(/\r\n\r\nGET \/a\?b é$/);
  } finally {
    await close();
  }
});
