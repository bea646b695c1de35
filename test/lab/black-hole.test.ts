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

test.runIf(process.platform === "linux")("they are real ones: what ends the hole ends them", async () => {
  const hole = await openBlackHole();
  const fare = fareOf(hole.connect(), 5_000);
  await hole.close();
  // Refused as a rule. Reached, where a dying listener accepts once more, or the port is soon another's.
  expect(await fare).not.toBe("nothing");
});

test("closes without delay, with connections under way", async () => {
  const hole = await openBlackHole();
  const socket = hole.connect();
  socket.on("error", () => {});
  const began = performance.now();
  await hole.close();
  expect(performance.now() - began).toBeLessThan(5_000);
  socket.destroy();
});

test("the substitute for other systems has begun to connect and gets nowhere", async () => {
  const socket = connectNowhere();
  expect(socket.connecting).toBe(true);
  expect(await fareOf(socket)).toBe("nothing");
});
