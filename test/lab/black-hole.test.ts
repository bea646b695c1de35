import { expect, test } from "vitest";
import { connectNowhere, openBlackHole } from "../../src/lab/black-hole.ts";
import { fareOf } from "./asking.ts";

test("connections to a black hole neither succeed nor fail, however many", async () => {
  const hole = await openBlackHole();
  try {
    const fares = await Promise.all(Array.from({ length: 20 }, () => fareOf(hole.connect(), 300)));
    expect(new Set(fares)).toEqual(new Set(["nothing"]));
  } finally {
    await hole.close();
  }
});

test.runIf(process.platform === "linux")("they are real ones: what ends the hole refuses them", async () => {
  const hole = await openBlackHole();
  const socket = hole.connect();
  const fare = fareOf(socket, 5_000);
  await hole.close();
  // The kernel sends its SYN again after a second, to a port that is now closed.
  expect(await fare).toBe("ECONNREFUSED");
});

test("closes without delay, with connections under way", async () => {
  const hole = await openBlackHole();
  const socket = hole.connect();
  socket.on("error", () => {});
  const began = performance.now();
  await hole.close();
  expect(performance.now() - began).toBeLessThan(500);
  socket.destroy();
});

test("the substitute for other systems has begun to connect and gets nowhere", async () => {
  const socket = connectNowhere();
  expect(socket.connecting).toBe(true);
  expect(await fareOf(socket)).toBe("nothing");
});
