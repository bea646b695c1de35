import { describe, expect, test } from "vitest";
import type { Network } from "../../../src/measure/network.ts";
import { ask, course, gist, loopback, phaseOf } from "../../rig/measuring.ts";
import { startPeer } from "../../rig/peer.ts";
import { startSocksProxy } from "../../rig/proxies.ts";
import * as talk from "../../rig/talks.ts";

const good = talk.says(talk.answer("200 OK", ["Server: good"]));
const marks = [{ header: { name: "server", matches: "^good$" } }];

/** A network in which every name has these addresses and all lead to loopback. */
function named(...addresses: readonly string[]): Network {
  const all = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }) as const);
  const { connect } = loopback();
  return {
    ...loopback(),
    lookup: async () => all,
    connect: (_, port) => connect({ address: "127.0.0.1", family: 4 }, port),
  };
}

describe("who looks the target's name up", () => {
  test.each([
    ["socks4", "127.0.0.9", "proxy-dns skipped, proxy-tcp ok, dns ok, tunnel ok, request ok, response ok"],
    ["socks4a", "target.test", "proxy-dns skipped, proxy-tcp ok, tunnel ok, request ok, response ok"],
    ["socks5", "127.0.0.9", "proxy-dns skipped, proxy-tcp ok, dns ok, tunnel ok, request ok, response ok"],
    ["socks5h", "target.test", "proxy-dns skipped, proxy-tcp ok, tunnel ok, request ok, response ok"],
  ])("%s: the proxy is asked for %s", async (scheme, asked, phases) => {
    const proxy = await startSocksProxy();
    const observation = await ask({
      url: `http://target.test:${await startPeer(good)}/`,
      proxy: `${scheme}://127.0.0.1:${proxy.port}`,
      marks,
      network: named("127.0.0.9"),
    });
    expect(gist(observation)).toBe("target");
    expect(proxy.hosts).toEqual([asked]);
    expect(course(observation)).toBe(phases);
  });

  test("a name that is not known here fails before the proxy is asked", async () => {
    const proxy = await startSocksProxy();
    const observation = await ask({
      url: "http://unknown.test/",
      proxy: `socks5://127.0.0.1:${proxy.port}`,
    });
    expect(gist(observation)).toBe("dns/name-not-found");
    expect(proxy.hosts).toEqual([]);
  });
});

describe("SOCKS 4 has room for IPv4 addresses only", () => {
  test("so of several the first such is asked for", async () => {
    const proxy = await startSocksProxy();
    await ask({
      url: `http://target.test:${await startPeer(good)}/`,
      proxy: `socks4://127.0.0.1:${proxy.port}`,
      network: named("2001:db8::1", "127.0.0.9"),
    });
    expect(proxy.hosts).toEqual(["127.0.0.9"]);
  });

  test.each(["http://six.test/", "http://[2001:db8::1]/"])(
    "so %s cannot be asked for, and is not sent as a name",
    async (url) => {
      const proxy = await startSocksProxy();
      const observation = await ask({
        url,
        proxy: `socks4://127.0.0.1:${proxy.port}`,
        network: named("2001:db8::1"),
      });
      expect(gist(observation)).toBe("tunnel/name-has-no-address");
      expect(observation.answeredBy).toBe("unknown");
      expect(proxy.hosts).toEqual([]);
    },
  );
});

const NOT_HERE = [0, 1, 0, 0, 0, 0, 0, 0];

describe("a login to a SOCKS proxy", () => {
  test.each([
    ["us%65r:p%40ss", "user", "p@ss"],
    ["ann:a:b", "ann", "a:b"],
    ["ann:100%", "ann", "100%"],
  ])("%s is sent as %s and %s", async (spelled, user, password) => {
    const heard: Buffer[] = [];
    const port = await startPeer((socket) => {
      socket.on("data", (chunk: Buffer) => {
        heard.push(chunk);
        if (heard.length === 1) socket.write(Buffer.from([5, 2]));
        else socket.end(Buffer.from([1, 1]));
      });
    });
    await ask({ url: "http://target.test/", proxy: `socks5h://${spelled}@127.0.0.1:${port}` });
    const login = Buffer.from([
      1,
      user.length,
      ...Buffer.from(user),
      password.length,
      ...Buffer.from(password),
    ]);
    expect(heard[1]).toEqual(login);
  });

  test.each([
    ["user name", `${"u".repeat(256)}:p`],
    ["password", `ann:${"p".repeat(256)}`],
  ])("with a %s that does not fit is a failure, and sent to nobody", async (_, spelled) => {
    const heard: Buffer[] = [];
    const port = await startPeer((socket) =>
      socket.on("data", (chunk: Buffer) => {
        heard.push(chunk);
        socket.write(Buffer.from([5, 2]));
      }),
    );
    const observation = await ask({
      url: "http://target.test/",
      proxy: `socks5h://${spelled}@127.0.0.1:${port}`,
    });
    expect(phaseOf(observation, "tunnel")).toMatchObject({
      failure: { code: "unknown", message: expect.stringContaining("255 bytes") },
    });
    expect(observation.answeredBy).toBe("unknown");
    expect(heard).toEqual([]);
  });

  test("so is a name that does not fit", async () => {
    const proxy = await startSocksProxy();
    const host = `${`${"a".repeat(60)}.`.repeat(5)}test`;
    const observation = await ask({ url: `http://${host}/`, proxy: `socks5h://127.0.0.1:${proxy.port}` });
    expect(phaseOf(observation, "tunnel")).toMatchObject({
      failure: { message: expect.stringContaining("255 bytes") },
    });
    expect(proxy.hosts).toEqual([]);
  });
});

test("what the target says in the same breath as the proxy's consent is not lost", async () => {
  const proxy = await startPeer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", () =>
        socket.write(Buffer.concat([Buffer.from([5, 0, ...NOT_HERE]), Buffer.from("SSH-2.0-at-once\r\n")])),
      );
    });
  });
  const observation = await ask({
    url: "ssh://target.test",
    exchange: { kind: "ssh-banner" },
    marks: [{ body: "^SSH-2\\.0-at-once" }],
    proxy: `socks5h://127.0.0.1:${proxy}`,
    attemptMs: 2000,
  });
  expect(gist(observation)).toBe("target");
});
