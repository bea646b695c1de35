import net from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { connectNowhere } from "../../../src/lab/black-hole.ts";
import { measure } from "../../../src/measure/measure.ts";
import type { Address, Network } from "../../../src/measure/network.ts";
import { connect } from "../../../src/measure/road/connect.ts";
import { systemNetwork } from "../../../src/measure/system-network.ts";
import type { Try } from "../../../src/model/phase.ts";
import { ask, attemptOf, gist, loopback, phaseOf, targetOf } from "../../rig/measuring.ts";
import { closedPort, freePort, startPeer } from "../../rig/peer.ts";
import * as talk from "../../rig/talks.ts";

const A_HUNDRED = Array.from({ length: 100 }, (_, last) => `10.0.0.${last + 1}`);
const HAS_IPV6 = Object.values(networkInterfaces()).some((each) =>
  each?.some(({ family }) => family === "IPv6"),
);

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
  return all.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
}

test("a socket that was given the very port that it calls is refused, as there is nobody else", async () => {
  const port = await freePort();
  const tries: Try[] = [];
  const itself: Network = {
    ...loopback(),
    connect: () => net.connect({ host: "127.0.0.1", port, localAddress: "127.0.0.1", localPort: port }),
  };
  const never = new AbortController().signal;
  await expect(connect(itself, addresses("127.0.0.1"), port, never, tries)).rejects.toMatchObject({
    code: "ECONNREFUSED",
    message: `connect ECONNREFUSED 127.0.0.1:${port}`,
  });
  expect(tries.map(({ outcome }) => outcome)).toEqual(["ECONNREFUSED"]);
});

describe("connecting to several addresses", () => {
  test("takes the next when one refuses, without waiting", async () => {
    const [refusing, good] = [await closedPort(), await startPeer(talk.reads)];
    const waits: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const tries: Try[] = [];
      const { facts, value } = await connect(
        network({ "10.0.0.1": refusing, "10.0.0.2": good }),
        addresses("10.0.0.1", "10.0.0.2"),
        80,
        new AbortController().signal,
        tries,
      );
      value.destroy();
      expect(facts.remote).toBe(`127.0.0.1:${good}`);
      expect(tries.map(({ address, outcome }) => `${address} ${outcome}`)).toEqual([
        "10.0.0.1 ECONNREFUSED",
        "10.0.0.2 connected",
      ]);
      waits.push(tries[1]?.at ?? Number.NaN);
    }
    // A busy machine may take its time, but hardly five times.
    expect(Math.min(...waits)).toBeLessThan(200);
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

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["six at the most", A_HUNDRED, A_HUNDRED.slice(0, 6)],
    [
      "each family in its turn, the resolver's first first",
      ["2001:db8::1", "2001:db8::2", "2001:db8::3", "10.0.0.1", "10.0.0.2"],
      ["2001:db8::1", "10.0.0.1", "2001:db8::2", "10.0.0.2", "2001:db8::3"],
    ],
    [
      "the one of another family after the first of a hundred",
      [...A_HUNDRED, "2001:db8::1"],
      ["10.0.0.1", "2001:db8::1", ...A_HUNDRED.slice(1, 5)],
    ],
  ])("tries %s", async (_, given, tried) => {
    const refusing = await closedPort();
    const fates = Object.fromEntries(given.map((each) => [each, refusing]));
    const names = { ...network(fates), lookup: async () => addresses(...given) };
    const observation = await ask({ url: "http://many.test/", network: names });
    const { facts } = phaseOf(observation, "tcp") as { facts: { tries: readonly Try[] } };
    expect(facts.tries.map(({ address }) => address)).toEqual(tried);
  });

  test.each<readonly [string, readonly (string | undefined)[], string]>([
    ["the first that failed", ["ECONNREFUSED", "EHOSTUNREACH"], "tcp/refused"],
    [
      "one that was tried, not one that this machine cannot try",
      ["ENETUNREACH", "ECONNREFUSED"],
      "tcp/refused",
    ],
    ["one that was tried, whichever was first", ["ECONNREFUSED", "ENETUNREACH"], "tcp/refused"],
    ["no route, where none was tried", ["ENETUNREACH", "EAFNOSUPPORT"], "tcp/network-unreachable"],
  ])("when all fail, fails as %s", async (_, codes, fails) => {
    const names = codes.map((_code, last) => `10.0.0.${last}`);
    const failing: Network = {
      ...network({}),
      lookup: async () => addresses(...names),
      connect: ({ address }) => {
        const socket = new net.Socket();
        const code = codes[names.indexOf(address)];
        setImmediate(() => socket.destroy(Object.assign(new Error(code), { code })));
        return socket;
      },
    };
    const observation = await ask({ url: "http://two.test/", network: failing });
    expect(gist(observation)).toBe(fails);
    expect(phaseOf(observation, "tcp")).toMatchObject({
      facts: { tries: codes.map((outcome, last) => ({ address: names[last], outcome })) },
    });
  });

  test("records each try by when it began, also the one that was given up", async () => {
    const good = await startPeer(talk.reads);
    const observation = await ask({
      url: "http://two.test/",
      network: network({ "2001:db8::1": "vanishes", "10.0.0.1": good }),
      attemptMs: 5000,
    });
    const { facts } = phaseOf(observation, "tcp") as { facts: { tries: readonly Try[]; local: string } };
    const [first, second] = facts.tries as [Try, Try];
    expect(first).toMatchObject({ address: "2001:db8::1", outcome: "ECANCELED" });
    expect(second).toMatchObject({ address: "10.0.0.1", outcome: "connected" });
    expect(second.at - first.at).toBeGreaterThanOrEqual(245);
    // Broken IPv6 costs one stagger: the first is given up when the second has connected, and no sooner.
    expect(first.at + first.ms).toBeGreaterThanOrEqual(second.at + second.ms - 2);
    expect(facts.local).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  test.skipIf(!HAS_IPV6)(
    "reaches IPv4 at once where IPv6 refuses, on this machine's own sockets",
    async () => {
      const port = await startPeer(talk.reads);
      const system = systemNetwork([]);
      const observation = await ask({
        url: `http://both.test:${port}/`,
        network: { ...system, lookup: async () => addresses("::1", "127.0.0.1") },
        attemptMs: 5000,
      });
      expect(phaseOf(observation, "tcp")).toMatchObject({
        status: "ok",
        facts: {
          remote: `127.0.0.1:${port}`,
          tries: [
            { address: "::1", outcome: "ECONNREFUSED" },
            { address: "127.0.0.1", outcome: "connected" },
          ],
        },
      });
    },
  );

  test("lets go of all when its time is up, and names them", async () => {
    const dials: net.Socket[] = [];
    const observation = await ask({
      url: "http://two.test/",
      attemptMs: 1500,
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
