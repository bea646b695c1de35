import { describe, expect, test } from "vitest";
import { attempt } from "../../src/measure/attempt.ts";
import { measure } from "../../src/measure/measure.ts";
import { connectInMemory } from "../../src/measure/memory-peer.ts";
import type { Network } from "../../src/measure/network.ts";
import { rehearse } from "../../src/measure/rehearse.ts";
import type { Proxy } from "../../src/model/route.ts";
import { attemptOf, gist, loopback, proxyOf, type Question, targetOf } from "../rig/measuring.ts";

const QUESTIONS: readonly Question[] = [
  { url: "http://target.test/" },
  { url: "https://target.test/" },
  { url: "tcp://target.test:4647", exchange: { kind: "connect" } },
];
const PROXIES = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"].map(
  (scheme) => `${scheme}://proxy.test:1`,
);

/** Every kind of attempt: each URL directly and through each kind of proxy. */
const kinds = QUESTIONS.flatMap((question) =>
  [undefined, ...PROXIES.map(proxyOf)].map((proxy) => ({
    planned: attemptOf(targetOf(question), proxy),
    proxy,
  })),
);
const proxies = new Map(PROXIES.map(proxyOf).map((proxy) => [proxy.id, proxy]));

/** A network where any connection to the outside is a fault, and names are looked up as `lookup` does. */
function closed(lookup: Network["lookup"]): Network {
  const connect = () => {
    throw new Error("a rehearsal dialled");
  };
  return { ...loopback(), connect, lookup };
}

describe("the peer in memory", () => {
  test.each(kinds)("goes all the way with $planned.id to $planned.target.url", async ({ planned, proxy }) => {
    const network: Network = { ...loopback(), connect: connectInMemory };
    const around = { network, attemptMs: 5000, clock: undefined, stop: new AbortController().signal };
    const observation = await attempt(planned, proxy, around);
    expect(`${observation.outcome}, ${gist(observation)}`).toMatch(/^ok, /);
  });
});

describe("a rehearsal", () => {
  const attempts = kinds.map(({ planned }) => planned);

  test("dials nobody, and asks the resolver for an address alone", async () => {
    const asked: string[] = [];
    const network = closed(async (host) => {
      asked.push(host);
      return [];
    });
    await rehearse(attempts, proxies, network, new AbortController().signal);
    expect(asked).toEqual(["127.0.0.1"]);
    await rehearse(attempts, proxies, network, new AbortController().signal);
    expect(asked).toHaveLength(1);
  });

  test("asks no resolver where no name is dialled", async () => {
    const lookup = () => expect.fail("asked");
    const planned = attemptOf(targetOf({ url: "http://127.0.0.1/" }));
    await rehearse([planned], proxies, closed(lookup), new AbortController().signal);
  });

  test("comes before the attempts", async () => {
    const asked: string[] = [];
    const network = closed(async (host) => {
      asked.push(host);
      throw new Error("broken");
    });
    const planned = attemptOf(targetOf({ url: "http://target.test/" }));
    await measure([planned], new Map(), network, { attemptMs: 5000 }, new AbortController().signal);
    expect(asked).toEqual(["127.0.0.1", "target.test"]);
  });

  test("runs no proxy script", async () => {
    const script: Proxy = {
      id: "pac+file:///dev/null",
      scheme: "pac",
      host: "",
      port: 0,
      script: "file:///dev/null",
    };
    const planned = attemptOf(targetOf({ url: "http://target.test/" }), script);
    await rehearse(
      [planned],
      new Map([[script.id, script]]),
      closed(async () => []),
      new AbortController().signal,
    );
  });

  test("leaves what is no URL to the attempt itself", async () => {
    const planned = attemptOf(targetOf({ url: "http://target.test/" }));
    const broken = { ...planned, target: { ...planned.target, url: "no URL" } };
    await rehearse(
      [broken],
      proxies,
      closed(async () => []),
      new AbortController().signal,
    );
  });

  test("is not waited for when the resolver is silent or broken, nor when the run has ended", async () => {
    const silent = closed(() => new Promise(() => undefined));
    await rehearse(attempts, proxies, silent, new AbortController().signal);
    await rehearse(
      attempts,
      proxies,
      closed(() => Promise.reject(new Error("broken"))),
      new AbortController().signal,
    );
    await rehearse(attempts, proxies, silent, AbortSignal.abort("deadline"));
  });
});
