import net from "node:net";
import { describe, expect, test } from "vitest";
import { connectNowhere } from "../../src/lab/black-hole.ts";
import { connect } from "../../src/measure/connect.ts";
import { measure } from "../../src/measure/measure.ts";
import type { Address, Network } from "../../src/measure/network.ts";
import type { Try } from "../../src/model/phase.ts";
import { ask, attemptOf, gist, loopback, phaseOf, targetOf } from "../rig/measuring.ts";
import { closedPort, startPeer } from "../rig/peer.ts";
import * as talk from "../rig/talks.ts";

/** What happens to a connection to each address; `dials` notes every socket. */
type Fates = Readonly<Record<string, number | "vanishes" | "throws">>;

function network(fates: Fates, dials: net.Socket[] = []): Network {
  const dial = (address: string): net.Socket => {
    const fate = fates[address] ?? "vanishes";
    if (fate === "throws") throw new Error("a fault of ours");
    return fate === "vanishes" ? connectNowhere() : net.connect(fate, "127.0.0.1");
  };
  return {
    ...loopback(),
    lookup: async () => addresses(...Object.keys(fates)),
    connect: ({ address }) => {
      const socket = dial(address);
      dials.push(socket);
      return socket;
    },
  };
}

function addresses(...all: readonly string[]): readonly Address[] {
  return all.map((address) => ({ address, family: 4 }));
}

describe("connecting to several addresses", () => {
  test("takes the next when one refuses, without waiting", async () => {
    const [refusing, good] = [await closedPort(), await startPeer(talk.reads)];
    const tries: Try[] = [];
    const begun = performance.now();
    const { facts, value } = await connect(
      network({ "10.0.0.1": refusing, "10.0.0.2": good }),
      addresses("10.0.0.1", "10.0.0.2"),
      80,
      new AbortController().signal,
      tries,
    );
    value.destroy();
    expect(performance.now() - begun).toBeLessThan(200);
    expect(facts.remote).toBe(`127.0.0.1:${good}`);
    expect(tries.map(({ address, outcome }) => `${address} ${outcome}`)).toEqual([
      "10.0.0.1 ECONNREFUSED",
      "10.0.0.2 connected",
    ]);
  });

  test("tries the next beside one that is silent, and lets go of that when it has one", async () => {
    const dials: net.Socket[] = [];
    const good = await startPeer(talk.reads);
    const fates: Fates = { "10.0.0.1": "vanishes", "10.0.0.2": good };
    const { value } = await connect(
      network(fates, dials),
      addresses(...Object.keys(fates)),
      80,
      new AbortController().signal,
      [],
    );
    expect(dials.map(({ destroyed }) => destroyed)).toEqual([true, false]);
    value.destroy();
  });

  test("does not give up a slow one for a next that refuses", async () => {
    const [slow, refusing] = [await startPeer(talk.reads), await closedPort()];
    const late = new net.Socket();
    const two: Network = {
      ...loopback(),
      connect: ({ address }) => {
        if (address === "10.0.0.2") return net.connect(refusing, "127.0.0.1");
        setTimeout(() => late.connect(slow, "127.0.0.1"), 400);
        return late;
      },
    };
    const signal = new AbortController().signal;
    const { value } = await connect(two, addresses("10.0.0.1", "10.0.0.2"), 80, signal, []);
    expect(value).toBe(late);
    value.destroy();
  });

  test("tries six at the most", async () => {
    const refusing = await closedPort();
    const fates = Object.fromEntries(
      Array.from({ length: 20 }, (_, number) => [`10.0.0.${number}`, refusing] as const),
    );
    const observation = await ask({ url: "http://many.test/", network: network(fates) });
    expect(phaseOf(observation, "tcp")).toMatchObject({ facts: { tries: { length: 6 } } });
  });

  test("when all fail, fails as the last one did", async () => {
    const refusing = await closedPort();
    const observation = await ask({
      url: "http://two.test/",
      network: network({ "10.0.0.1": refusing, "10.0.0.2": refusing }),
    });
    expect(gist(observation)).toBe("tcp/refused");
    expect(phaseOf(observation, "tcp")).toMatchObject({ facts: { tries: { length: 2 } } });
  });

  test("lets go of all when its time is up, and names them", async () => {
    const dials: net.Socket[] = [];
    const observation = await ask({
      url: "http://two.test/",
      attemptMs: 400,
      network: network({ "10.0.0.1": "vanishes", "10.0.0.2": "vanishes" }, dials),
    });
    expect(gist(observation)).toBe("tcp/timed-out");
    expect(dials.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    expect(phaseOf(observation, "tcp")).toMatchObject({
      facts: { tries: [{ address: "10.0.0.1" }, { address: "10.0.0.2" }] },
    });
  });

  test("a resolver that gives none is a name without an address", async () => {
    expect(gist(await ask({ url: "http://none.test/", network: network({}) }))).toBe(
      "tcp/name-has-no-address",
    );
  });
});

describe("a network that throws where it should connect breaks the attempt", () => {
  test.each<readonly [string, Fates]>([
    ["at the first address", { "10.0.0.1": "throws" }],
    ["at the second, long after", { "10.0.0.1": "vanishes", "10.0.0.2": "throws" }],
  ])("%s, and lets go of the others", async (_, fates) => {
    const dials: net.Socket[] = [];
    const attempts = [attemptOf(targetOf({ url: "http://two.test/" }))];
    const never = new AbortController().signal;
    const [observation] = await measure(
      attempts,
      new Map(),
      network(fates, dials),
      { attemptMs: 5000 },
      never,
    );
    expect(observation).toMatchObject({ outcome: "broken", error: "Error: a fault of ours" });
    expect(dials.every(({ destroyed }) => destroyed)).toBe(true);
  });
});
