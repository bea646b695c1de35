import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openTunnel } from "../../src/tunnel/open-tunnel.ts";
import { loopback, targetOf } from "../rig/measuring.ts";

/** A program that ends at once, whatever it is told; it may ask at the terminal. */
function endingAtOnce(signal: AbortSignal) {
  return openTunnel({
    program: "false",
    words: ["ssh"],
    environment: {},
    isInteractive: true,
    hear: () => undefined,
    target: targetOf({ url: "tcp://127.0.0.1:1", exchange: { kind: "connect" } }),
    network: loopback(),
    attemptMs: 1000,
    deadlineMs: 5000,
    signal,
    onUp: () => undefined,
  });
}

test("an ssh that Ctrl-C has ended before this process hears of it has ended on request", async () => {
  const control = new AbortController();
  const end = endingAtOnce(control.signal);
  await pause(60);
  control.abort("interrupt");
  expect(await end).toMatchObject({ by: "request" });
});

test("an ssh that ends for no such reason has ended by itself", async () => {
  expect(await endingAtOnce(new AbortController().signal)).toMatchObject({ by: "ssh", end: { status: 1 } });
});
