import net from "node:net";
import { expect, test } from "vitest";
import { holdClosedPort } from "../../src/lab/closed-port.ts";
import { fareOf } from "./asking.ts";

/** Linux gives one call after the other the next of some 14,000 ports: these come to each of them. */
const CALLS = 30_000;

test("the port refuses every call, also one that could be given the port itself", async () => {
  const closed = await holdClosedPort();
  const fares = new Set<string>();
  try {
    for (let call = 0; call < CALLS; call += 1)
      fares.add(await fareOf(net.connect(closed.port, "127.0.0.1")));
    expect([...fares]).toEqual(["ECONNREFUSED"]);
  } finally {
    await closed.close();
  }
}, 60_000);
