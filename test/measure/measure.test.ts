import net from "node:net";
import tls from "node:tls";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { openBlackHole } from "../../src/lab/black-hole.ts";
import { selfSigned } from "../../src/lab/certificate-authority.ts";
import { deferred } from "../../src/measure/deferred.ts";
import { measure, type Progress } from "../../src/measure/measure.ts";
import type { Network } from "../../src/measure/network.ts";
import type { Attempt } from "../../src/model/observation.ts";
import { ask, attemptOf, gist, loopback, phaseOf, proxyOf, targetOf } from "../rig/measuring.ts";
import { closedPort, startPeer, startTlsPeer } from "../rig/peer.ts";
import * as talk from "../rig/talks.ts";

const never = new AbortController().signal;

function attemptsTo(urls: readonly string[]): readonly Attempt[] {
  return urls.map((url, index) =>
    attemptOf(targetOf({ url, marks: [{ header: { name: "server", matches: "^good$" } }] }, `test/${index}`)),
  );
}

const good = talk.says(talk.answer("200 OK", ["Server: good"]));

/** A network in which one host's packets vanish. */
async function withBlackHole(host: string): Promise<Network> {
  const hole = await openBlackHole();
  onTestFinished(hole.close);
  const network = loopback();
  return {
    ...network,
    lookup: async (name, signal) =>
      name === host ? [{ address: "192.0.2.1", family: 4 }] : network.lookup(name, signal),
    connect: (address, port) =>
      address.address === "192.0.2.1" ? hole.connect() : network.connect(address, port),
  };
}

describe("all attempts are made at once", () => {
  test("20 into a black hole do not delay 20 healthy ones, and all end in time", async () => {
    const port = await startPeer(good);
    const urls = Array.from(
      { length: 40 },
      (_, index) => `http://${index % 2 ? "dead" : "live"}.test:${port}/`,
    );
    const network = await withBlackHole("dead.test");
    const begun = performance.now();
    const observations = await measure(attemptsTo(urls), new Map(), network, { attemptMs: 2000 }, never);
    expect(performance.now() - begun).toBeLessThan(6_000);
    expect(observations.map(gist)).toEqual(urls.map((_, index) => (index % 2 ? "tcp/timed-out" : "target")));
    expect(phaseOf(observations[1] ?? expect.fail(), "tcp")).toMatchObject({
      facts: { tries: [{ address: "192.0.2.1", outcome: "ECANCELED" }] },
    });
  });

  test("300 into a black hole end with the time that one has", async () => {
    const network = await withBlackHole("dead.test");
    const urls = Array.from({ length: 300 }, () => "http://dead.test/");
    const begun = performance.now();
    const observations = await measure(attemptsTo(urls), new Map(), network, { attemptMs: 3000 }, never);
    expect(performance.now() - begun).toBeLessThan(5900);
    expect(observations.map(gist)).toEqual(Array(300).fill("tcp/timed-out"));
  });

  test("and given back in the order of the plan, each told of as it goes", async () => {
    const slow = await startPeer((socket) =>
      socket.once("data", () => setTimeout(() => socket.end(talk.answer("200 OK", ["Server: good"])), 150)),
    );
    const attempts = attemptsTo([`http://a.test:${slow}/`, `http://b.test:${await closedPort()}/`]);
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => told.push(progress);
    const observations = await measure(
      attempts,
      new Map(),
      loopback(),
      { attemptMs: 5000, onProgress },
      never,
    );
    expect(observations.map(({ id }) => id)).toEqual(["test/0@direct", "test/1@direct"]);
    expect(observations.map(gist)).toEqual(["target", "tcp/refused"]);
    expect(told).toContainEqual({ done: 1, total: 2, running: ["test/0@direct"] });
    expect(told.at(-1)).toEqual({ done: 2, total: 2, running: [] });
  });
});

describe("an end from outside", () => {
  test("cancels what runs and what waits, at once", async () => {
    let asking = 0;
    const all = deferred<void>();
    const port = await startPeer((socket) =>
      socket.once("data", () => {
        asking += 1;
        if (asking === 512) all.resolve();
      }),
    );
    const urls = Array.from({ length: 600 }, () => `http://127.0.0.1:${port}/`);
    const end = new AbortController();
    const running = measure(attemptsTo(urls), new Map(), loopback(), { attemptMs: 60_000 }, end.signal);
    await all.promise;
    const begun = performance.now();
    end.abort();
    const observations = await running;
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(observations.slice(0, 512).map(gist)).toEqual(Array(512).fill("response/cancelled"));
    expect(observations.slice(512).map(gist)).toEqual(Array(88).fill("tcp/cancelled"));
  });

  test("before the beginning: nothing is connected to", async () => {
    const connect = () => expect.fail("connected");
    const network = { ...loopback(), connect };
    const observations = await measure(
      attemptsTo(["http://a.test/"]),
      new Map(),
      network,
      { attemptMs: 900 },
      AbortSignal.abort(),
    );
    expect(observations.map(gist)).toEqual(["dns/cancelled"]);
  });
});

describe("a fault of ours", () => {
  test("breaks its own attempt and no other", async () => {
    const port = await startPeer(good);
    const network: Network = {
      ...loopback(),
      lookup: async (host) => {
        if (host === "broken.test") throw new TypeError("undefined is \x1b not a function");
        return [{ address: "127.0.0.1", family: 4 }];
      },
    };
    const attempts = attemptsTo([`http://broken.test:${port}/`, `http://fine.test:${port}/`]);
    const observations = await measure(attempts, new Map(), network, { attemptMs: 5000 }, never);
    expect(observations[0]).toMatchObject({
      outcome: "broken",
      error: "TypeError: undefined is \\u{1b} not a function",
    });
    expect(gist(observations[1] ?? expect.fail())).toBe("target");
  });

  test("is it when there are no descriptors left to connect with", async () => {
    const connect = () => {
      throw Object.assign(new Error("connect EMFILE 10.0.0.1:80"), { code: "EMFILE", syscall: "connect" });
    };
    const network = { ...loopback(), connect };
    const [observation] = await measure(
      attemptsTo(["http://a.test/"]),
      new Map(),
      network,
      { attemptMs: 900 },
      never,
    );
    expect(observation?.outcome).toBe("broken");
  });

  test("such as a proxy that nobody described", async () => {
    const attempt = attemptOf(targetOf({ url: "http://a.test/" }), proxyOf("http://proxy.test:1"));
    const [observation] = await measure([attempt], new Map(), loopback(), { attemptMs: 900 }, never);
    expect(observation?.outcome).toBe("broken");
  });
});

describe("several addresses", () => {
  test("a dead one costs a quarter of a second, and is recorded", async () => {
    const port = await startPeer(good);
    const dead = await withBlackHole("dead.test");
    const network: Network = {
      ...dead,
      lookup: async () => [
        { address: "192.0.2.1", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
    };
    const [observation] = await measure(
      attemptsTo([`http://a.test:${port}/`]),
      new Map(),
      network,
      { attemptMs: 5000 },
      never,
    );
    const tcp = phaseOf(observation ?? expect.fail(), "tcp");
    expect(tcp).toMatchObject({
      status: "ok",
      facts: {
        remote: `127.0.0.1:${port}`,
        tries: [
          { address: "192.0.2.1", outcome: "ECANCELED" },
          { address: "127.0.0.1", outcome: "connected" },
        ],
      },
    });
    const ms = tcp?.status === "ok" ? tcp.ms : 0;
    expect(ms).toBeGreaterThan(240);
    expect(ms).toBeLessThan(4000);
  });

  test("after a refusal the next is tried without waiting", async () => {
    const port = await startPeer(good);
    const refused = await closedPort();
    const network: Network = {
      ...loopback(),
      lookup: async () => [
        { address: "127.0.0.2", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
      connect: ({ address }, wanted) => net.connect(address === "127.0.0.2" ? refused : wanted, "127.0.0.1"),
    };
    const [observation] = await measure(
      attemptsTo([`http://a.test:${port}/`]),
      new Map(),
      network,
      { attemptMs: 5000 },
      never,
    );
    const tcp = phaseOf(observation ?? expect.fail(), "tcp");
    expect(tcp?.status === "ok" ? tcp.facts.tries.map(({ outcome }) => outcome) : tcp).toEqual([
      "ECONNREFUSED",
      "connected",
    ]);
  });

  test("that are none fail at once", async () => {
    const network: Network = { ...loopback(), lookup: async () => [] };
    const observations = await measure(
      attemptsTo(["http://a.test/"]),
      new Map(),
      network,
      { attemptMs: 5000 },
      never,
    );
    expect(observations.map(gist)).toEqual(["tcp/name-has-no-address"]);
  });
});

describe("nothing is left behind", () => {
  /** A network that remembers its sockets. */
  function remembering(network: Network): { readonly network: Network; readonly sockets: net.Socket[] } {
    const sockets: net.Socket[] = [];
    const connect: Network["connect"] = (address, port) => {
      const socket = network.connect(address, port);
      sockets.push(socket);
      return socket;
    };
    return { network: { ...network, connect }, sockets };
  }

  test("by whatever exchange: no socket, no timer", async () => {
    const ports = await Promise.all(
      [
        talk.reads,
        good,
        talk.closes,
        talk.resets,
        talk.floods("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(9999)),
      ].map(startPeer),
    );
    const urls = ports.flatMap((port) => [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`]);
    const connects = ports.map((port, index) =>
      attemptOf(
        targetOf({ url: `tcp://127.0.0.1:${port}`, exchange: { kind: "connect" } }, `connect/${index}`),
      ),
    );
    const ofNetwork = () =>
      process.getActiveResourcesInfo().filter((name) => /^(TCP\w*|TLS\w*|Timeout)$/.test(name)).length;
    const { network, sockets } = remembering(loopback());
    const before = ofNetwork();
    await measure([...attemptsTo(urls), ...connects], new Map(), network, { attemptMs: 1500 }, never);
    expect(sockets).toHaveLength(15);
    expect(sockets.filter(({ destroyed }) => !destroyed)).toEqual([]);
    await expect.poll(ofNetwork).toBeLessThanOrEqual(before);
  });

  test("by a race of addresses: the loser is gone with the attempt", async () => {
    const port = await startPeer(good);
    const dead = await withBlackHole("dead.test");
    const { network, sockets } = remembering({
      ...dead,
      lookup: async () => [
        { address: "192.0.2.1", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
    });
    await measure(attemptsTo([`http://a.test:${port}/`]), new Map(), network, { attemptMs: 5000 }, never);
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true]);
  });

  test("and of two layers the outer one goes first: the other way round can crash Node", async () => {
    const order: string[] = [];
    const heed = <T extends net.Socket>(name: string, socket: T): T => {
      const destroy = socket.destroy.bind(socket);
      socket.destroy = (error) => {
        order.push(name);
        return destroy(error);
      };
      return socket;
    };
    const { connect } = tls;
    const spied = vi.spyOn(tls, "connect");
    onTestFinished(() => spied.mockRestore());
    spied.mockImplementation(((options: tls.ConnectionOptions) => heed("tls", connect(options))) as never);
    const port = await startTlsPeer(
      await selfSigned(["proxy.test"]),
      talk.says("HTTP/1.1 200 Connection established\r\n\r\n"),
    );
    const network = loopback();
    const dialled: Network["connect"] = (address, to) => heed("tcp", network.connect(address, to));
    const observation = await ask({
      url: "tcp://target.test:4647",
      exchange: { kind: "connect" },
      proxy: `https://proxy.test:${port}`,
      network: { ...network, connect: dialled },
    });
    expect(observation.outcome).toBe("ok");
    expect(order[0]).toBe("tls");
    expect(order).toContain("tcp");
  });
});
