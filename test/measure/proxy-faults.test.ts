import { beforeAll, describe, expect, test } from "vitest";
import { type Credentials, createAuthority } from "../../src/lab/certificate-authority.ts";
import type { Network } from "../../src/measure/network.ts";
import { failedPhase } from "../../src/model/observation.ts";
import { ask, course, gist, loopback, phaseOf } from "../rig/measuring.ts";
import { closedPort, startPeer, startTlsPeer, type Talk } from "../rig/peer.ts";
import { startHttpProxy, startSocksProxy } from "../rig/proxies.ts";
import * as talk from "../rig/talks.ts";

const SQUID = ["Server: squid/5.7", "Content-Type: text/html"];
const says = (status: string, headers: readonly string[] = [], body = "") =>
  talk.says(talk.answer(status, headers, body));

function attemptMs(fails: string): number {
  return fails.endsWith("timed-out") ? 400 : 8000;
}

describe("a proxy that is asked for a tunnel", () => {
  test.each<readonly [string, Talk, string]>([
    ["302", says("302 Found", ["Location: http://portal.test/"]), "tunnel/proxy-redirects"],
    ["400", says("400 Bad Request"), "tunnel/proxy-refuses-tunnel"],
    ["403", says("403 Forbidden", [...SQUID, "X-Squid-Error: ERR_ACCESS_DENIED 0"]), "tunnel/proxy-denied"],
    ["404", says("404 Not Found"), "tunnel/not-a-proxy"],
    ["405", says("405 Method Not Allowed"), "tunnel/proxy-refuses-tunnel"],
    ["407", says("407 Authentication Required"), "tunnel/proxy-auth-required"],
    ["500", says("500 Unable to connect"), "tunnel/proxy-cannot-reach"],
    ["501", says("501 Not Implemented"), "tunnel/proxy-refuses-tunnel"],
    ["503", says("503 Service Unavailable"), "tunnel/proxy-cannot-reach"],
    ["593", says("593 Not Found"), "tunnel/proxy-cannot-reach"],
    ["garbage", talk.says("\0\x01garbage\r\n\r\n"), "tunnel/not-a-proxy"],
    ["the banner of an SSH server", talk.says("SSH-2.0-OpenSSH_9.2\r\n"), "tunnel/not-a-proxy"],
    ["a TLS alert", talk.says(Buffer.from("15030300020228", "hex")), "tunnel/not-a-proxy"],
    [
      "endless headers",
      talk.floods("HTTP/1.1 200 OK\r\n", "x: yyyyyyyyyyyyy\r\n".repeat(99)),
      "tunnel/headers-too-large",
    ],
    ["a close", talk.closesOnRequest, "tunnel/closed"],
    ["a reset", talk.resetsOnRequest, "tunnel/reset"],
    ["silence", talk.reads, "tunnel/timed-out"],
    ["dripping headers", talk.repeats("HTTP/1.1 200 OK\r\n", "a: b\r\n", 20), "tunnel/timed-out"],
    ["200, and a close", talk.saysLast("HTTP/1.1 200 OK\r\n\r\n"), "tls/closed"],
    ["200, and silence", talk.says("HTTP/1.1 200 OK\r\n\r\n"), "tls/timed-out"],
    ["200, and its own page", talk.says("HTTP/1.1 200 OK\r\n\r\n<html>blocked</html>"), "tls/not-tls"],
  ])("and answers with %s", async (_, server, fails) => {
    const proxy = `http://proxy.test:${await startPeer(server)}`;
    const observation = await ask({ url: "https://target.test/", proxy, attemptMs: attemptMs(fails) });
    expect(gist(observation)).toBe(fails);
    // Whatever answers CONNECT with a status stands at the proxy's address.
    const status = failedPhase(observation)?.failure.status;
    expect(observation.answeredBy).toBe(status === undefined ? "unknown" : "proxy");
  });

  test.each([
    ["https://target.test/", "usr:wrong@", "tunnel/proxy-auth-required"],
    ["http://target.test/", "usr:wrong@", "response/proxy-auth-required"],
    ["https://target.test/", "", "tunnel/not-a-proxy"],
  ])("as tinyproxy does, for %s by %sproxy", async (url, userinfo, fails) => {
    const server = says("401 Unauthorized", [
      "Server: tinyproxy/1.11.1",
      'WWW-Authenticate: Basic realm="Tinyproxy"',
    ]);
    const proxy = `http://${userinfo}proxy.test:${await startPeer(server)}`;
    expect(gist(await ask({ url, proxy }))).toBe(fails);
  });

  test("leaves the status and the headers of its refusal", async () => {
    const server = says("407 Who are you", [
      ...SQUID,
      'Proxy-Authenticate: Basic realm="a"',
      "Set-Cookie: secret=1",
    ]);
    const observation = await ask({
      url: "https://target.test/",
      proxy: `http://proxy.test:${await startPeer(server)}`,
    });
    expect(phaseOf(observation, "tunnel")).toMatchObject({
      status: "failed",
      failure: { code: "proxy-auth-required", status: 407 },
      facts: { status: 407, headers: { "proxy-authenticate": 'Basic realm="a"', server: "squid/5.7" } },
    });
    expect(JSON.stringify(observation)).not.toContain("secret");
    expect(course(observation)).toBe(
      "proxy-dns ok, proxy-tcp ok, tunnel failed, tls skipped, request skipped, response skipped",
    );
  });
});

describe("a proxy that is asked to forward", () => {
  test.each<readonly [string, Talk, string]>([
    [
      "407",
      says("407 Authentication Required", ["Proxy-Authenticate: Basic"]),
      "response/proxy-auth-required",
    ],
    [
      "squid's 403",
      says("403 Forbidden", [...SQUID, "X-Squid-Error: ERR_ACCESS_DENIED 0"]),
      "response/proxy-denied",
    ],
    [
      "squid's 503",
      says("503 Unavailable", [...SQUID, "X-Squid-Error: ERR_CONNECT_FAIL 111"]),
      "response/proxy-cannot-reach",
    ],
    [
      "tinyproxy's 500",
      says("500 Unable to connect", ["Server: tinyproxy/1.11.1"]),
      "response/proxy-cannot-reach",
    ],
    ["a 504 of nobody's", says("504 Gateway Timeout"), "response/proxy-cannot-reach"],
    ["a 592 of nobody's", says("592 Not Found"), "response/proxy-cannot-reach"],
    ["a 403 of nobody's", says("403 Forbidden", ["Content-Type: application/json"]), "unknown"],
    [
      "a page with 403",
      says("403 Forbidden", ["Content-Type: text/html"], "<h1>Blocked</h1>"),
      "someone-else",
    ],
    [
      "a page with 200",
      says("200 OK", ["Content-Type: text/html; charset=utf-8"], "<h1>Log in</h1>"),
      "someone-else",
    ],
    ["a redirect to a portal", says("302 Found", ["Location: http://portal.example/login"]), "someone-else"],
    ["garbage", talk.says("garbage\r\n\r\n"), "response/not-http"],
    ["a close", talk.closesOnRequest, "response/closed"],
    ["silence", talk.reads, "response/timed-out"],
  ])("and answers with %s", async (_, server, shows) => {
    const proxy = `http://proxy.test:${await startPeer(server)}`;
    const observation = await ask({ url: "http://target.test/", proxy, attemptMs: attemptMs(shows) });
    expect(gist(observation)).toBe(shows);
    if (shows.includes("/proxy-")) expect(observation.answeredBy).toBe("proxy");
  });

  test("leaves its page where it is the failure", async () => {
    const server = says(
      "403 Forbidden",
      [...SQUID, "X-Squid-Error: ERR_ACCESS_DENIED 0"],
      "Access is denied.",
    );
    const observation = await ask({
      url: "http://target.test/",
      proxy: `http://proxy.test:${await startPeer(server)}`,
    });
    expect(phaseOf(observation, "response")).toMatchObject({
      failure: { status: 403 },
      facts: { status: 403, body: "Access is denied.", headers: { "x-squid-error": "ERR_ACCESS_DENIED 0" } },
    });
  });

  test("such words on a direct route are no failure of a proxy", async () => {
    const server = says("403 Forbidden", [...SQUID, "X-Squid-Error: ERR_ACCESS_DENIED 0"]);
    const observation = await ask({ url: `http://target.test:${await startPeer(server)}/` });
    expect(observation).toMatchObject({ outcome: "ok", answeredBy: "proxy" });
  });
});

describe("a proxy that cannot be reached", () => {
  test.each(["http", "socks5h"])("over %s", async (scheme) => {
    const refused = `${scheme}://127.0.0.1:${await closedPort()}`;
    expect(gist(await ask({ url: "https://target.test/", proxy: refused }))).toBe("proxy-tcp/refused");
    const nameless = `${scheme}://unknown.test:3128`;
    expect(gist(await ask({ url: "https://target.test/", proxy: nameless }))).toBe(
      "proxy-dns/name-not-found",
    );
  });

  test("https:// in front of one that speaks plain HTTP", async () => {
    const proxy = `https://proxy.test:${await startPeer(says("400 Bad Request"))}`;
    const observation = await ask({ url: "http://target.test/", proxy });
    expect(gist(observation)).toBe("proxy-tls/not-tls");
    expect(course(observation)).toBe(
      "proxy-dns ok, proxy-tcp ok, proxy-tls failed, request skipped, response skipped",
    );
  });
});

describe("a SOCKS proxy", () => {
  test.each<readonly [string, string, Talk, string]>([
    ["refuses the connection", "socks5h", socks5(1), "tunnel/socks-refused"],
    ["forbids it", "socks5h", socks5(2), "tunnel/proxy-denied"],
    ["cannot find a way", "socks5h", socks5(4), "tunnel/socks-refused"],
    ["wants a login", "socks5h", talk.says(Buffer.from([5, 0xff])), "tunnel/proxy-auth-required"],
    ["is an HTTP server", "socks5h", says("400 Bad Request"), "tunnel/not-a-proxy"],
    ["is an HTTP server, asked as SOCKS 4", "socks4a", says("400 Bad Request"), "tunnel/not-a-proxy"],
    [
      "refuses, asked as SOCKS 4",
      "socks4a",
      talk.says(Buffer.from([0, 91, 0, 0, 0, 0, 0, 0])),
      "tunnel/socks-refused",
    ],
    ["closes", "socks5h", talk.closesOnRequest, "tunnel/closed"],
    ["resets", "socks5h", talk.resetsOnRequest, "tunnel/reset"],
    ["is silent", "socks5h", talk.reads, "tunnel/timed-out"],
  ])("that %s", async (_, scheme, server, fails) => {
    const proxy = `${scheme}://proxy.test:${await startPeer(server)}`;
    expect(gist(await ask({ url: "http://target.test/", proxy, attemptMs: attemptMs(fails) }))).toBe(fails);
  });

  test.each([
    ["socks5h", "target.test", "proxy-dns ok, proxy-tcp ok, tunnel ok, request ok, response ok"],
    ["socks4a", "target.test", "proxy-dns ok, proxy-tcp ok, tunnel ok, request ok, response ok"],
    ["socks5", "127.0.0.1", "proxy-dns ok, proxy-tcp ok, dns ok, tunnel ok, request ok, response ok"],
    ["socks4", "127.0.0.1", "proxy-dns ok, proxy-tcp ok, dns ok, tunnel ok, request ok, response ok"],
  ])("spoken to as %s is given %s", async (scheme, host, phases) => {
    const socks = await startSocksProxy();
    const url = `http://target.test:${await startPeer(says("200 OK"))}/`;
    const observation = await ask({ url, proxy: `${scheme}://proxy.test:${socks.port}` });
    expect(course(observation)).toBe(phases);
    expect(socks.hosts).toEqual([host]);
  });
});

test("SOCKS 4, which has room for an IPv4 address only, is given one", async () => {
  const socks = await startSocksProxy();
  const network: Network = {
    ...loopback(),
    lookup: async (host) =>
      host === "target.test"
        ? [
            { address: "2001:db8::1", family: 6 },
            { address: "127.0.0.7", family: 4 },
          ]
        : [{ address: "127.0.0.1", family: 4 }],
  };
  const url = `http://target.test:${await startPeer(says("200 OK"))}/`;
  await ask({ url, proxy: `socks4://proxy.test:${socks.port}`, network });
  expect(socks.hosts).toEqual(["127.0.0.7"]);
});

describe("credentials", () => {
  const PROXY_AUTHORIZATION = /^proxy-authorization: (.*)$/im;

  test("go decoded to the proxy that they are for, on CONNECT alone", async () => {
    const heard: string[] = [];
    const url = `http://target.test:${await startPeer(says("200 OK"))}/`;
    const proxy = await startHttpProxy();
    const login = "us%40er:p%3Aw%2Fd:x%zz";
    await ask({ url, proxy: `http://${login}@proxy.test:${proxy.port}` });
    heard.push(...proxy.asked.map(({ head }) => PROXY_AUTHORIZATION.exec(head)?.[1] ?? ""));
    // The broken escape stands as it is, as curl sends it.
    expect(heard).toEqual([`Basic ${Buffer.from("us@er:p:w/d:x%zz").toString("base64")}`]);
  });

  test("are in no observation, nor is the header that bore them", async () => {
    const proxy = await startHttpProxy();
    const port = await startPeer((socket) =>
      socket.once("data", (asked: Buffer) => {
        expect(asked.toString()).not.toMatch(/hunter2/);
        socket.end(talk.answer("200 OK", []));
      }),
    );
    const observation = await ask({
      url: `https://target.test:${port}/`,
      proxy: `http://ann:hunter2@proxy.test:${proxy.port}`,
    });
    expect(proxy.asked[0]?.head).toMatch(/^CONNECT target\.test:\d+ HTTP\/1\.1\r\n/);
    expect(proxy.asked[0]?.head).toMatch(PROXY_AUTHORIZATION);
    expect(JSON.stringify(observation)).not.toMatch(/hunter2|YW5uOmh1bnRlcjI/);
  });

  test("that SOCKS refuses are named so, and not shown", async () => {
    const server: Talk = (socket) => {
      socket.once("data", () => {
        socket.write(Buffer.from([5, 2]));
        socket.once("data", () => socket.write(Buffer.from([1, 1])));
      });
    };
    const proxy = `socks5h://ann:hunter2%zz@proxy.test:${await startPeer(server)}`;
    const observation = await ask({ url: "http://target.test/", proxy });
    expect(gist(observation)).toBe("tunnel/proxy-auth-required");
    expect(JSON.stringify(observation)).not.toContain("hunter2");
  });
});

describe("a proxy that is spoken to over TLS", () => {
  let authority: Awaited<ReturnType<typeof createAuthority>>;
  let leaf: Credentials;
  beforeAll(async () => {
    authority = await createAuthority("test");
    leaf = await authority.issue(["proxy.test"]);
  });

  test("forwards, and its chain is recorded as its own", async () => {
    const port = await startTlsPeer(leaf, says("200 OK", ["X-Amz-Request-Id: 1"]));
    const observation = await ask({
      url: "http://target.test/",
      proxy: `https://proxy.test:${port}`,
      marks: [{ header: { name: "x-amz-request-id", matches: "." } }],
      network: loopback([authority.certificate]),
    });
    expect(course(observation)).toBe("proxy-dns ok, proxy-tcp ok, proxy-tls ok, request ok, response ok");
    expect(gist(observation)).toBe("target");
    expect(phaseOf(observation, "proxy-tls")).not.toHaveProperty("facts.untrusted");
  });

  test("opens a tunnel, and TLS is spoken within TLS", async () => {
    const inner = await authority.issue(["target.test"]);
    const target = await startTlsPeer(inner, says("200 OK"));
    const plain = await startHttpProxy();
    const { connect } = await import("node:net");
    const port = await startTlsPeer(leaf, (near) => {
      const far = connect(plain.port, "127.0.0.1");
      near.pipe(far).pipe(near);
      near.once("close", () => far.destroy());
    });
    const observation = await ask({
      url: `https://target.test:${target}/`,
      proxy: `https://proxy.test:${port}`,
      marks: [{ certificate: "verified" }],
      network: loopback([authority.certificate]),
    });
    expect(course(observation)).toBe(
      "proxy-dns ok, proxy-tcp ok, proxy-tls ok, tunnel ok, tls ok, request ok, response ok",
    );
    expect(gist(observation)).toBe("target");
  });
});

/** Greets without a login, then answers the request with a reply code (RFC 1928). */
function socks5(reply: number): Talk {
  return (socket) =>
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", () => socket.write(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0])));
    });
}
