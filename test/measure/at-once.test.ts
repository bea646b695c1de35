import { describe, expect, test } from "vitest";
import { measure } from "../../src/measure/measure.ts";
import { ask, attemptOf, gist, loopback, proxyOf, targetOf } from "../rig/measuring.ts";
import { startPeer } from "../rig/peer.ts";
import { startSocksProxy } from "../rig/proxies.ts";
import * as talk from "../rig/talks.ts";

describe("many attempts at once", () => {
  test("137 by several routes share one end, and Node warns of nothing", async () => {
    const warnings: Error[] = [];
    const heed = (warning: Error) => warnings.push(warning);
    process.on("warning", heed);
    const [port, socks] = [await startPeer(talk.reads), await startSocksProxy()];
    const proxy = proxyOf(`socks5h://127.0.0.1:${socks.port}`);
    const attempts = Array.from({ length: 137 }, (_, index) => {
      const url = `${index % 3 === 0 ? "https" : "http"}://target.test:${port}/`;
      return attemptOf(targetOf({ url }, `test/${index}`), ...(index % 2 === 0 ? [proxy] : []));
    });
    const end = new AbortController();
    const running = measure(
      attempts,
      new Map([[proxy.id, proxy]]),
      loopback(),
      { attemptMs: 60_000 },
      end.signal,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    end.abort();
    const observations = await running;
    // Warnings are told in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("warning", heed);
    expect(observations.map(({ id }) => id)).toEqual(attempts.map(({ id }) => id));
    expect(observations.filter((each) => !gist(each).endsWith("/cancelled"))).toEqual([]);
    expect(warnings.map(String)).toEqual([]);
  });

  test("one that is flooded with interim answers does not take the time of the others", async () => {
    const flood = talk.floods("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(500));
    const spent = process.cpuUsage();
    const observation = await ask({ url: `http://target.test:${await startPeer(flood)}/`, attemptMs: 3000 });
    expect(gist(observation)).toBe("response/malformed-http");
    expect(process.cpuUsage(spent).user / 1000).toBeLessThan(1500);
  });
});
