import { beforeAll, describe, expect, test } from "vitest";
import { type Credentials, createAuthority } from "../../src/lab/certificate-authority.ts";
import { ask, course, gist, loopback, phaseOf } from "../rig/measuring.ts";
import { startPeer, startTlsPeer, type Talk } from "../rig/peer.ts";
import { startHttpProxy } from "../rig/proxies.ts";
import * as talk from "../rig/talks.ts";

const SQUID = ["Server: squid/5.7", "Content-Type: text/html"];
const says = (status: string, headers: readonly string[] = [], body = "") =>
  talk.says(talk.answer(status, headers, body));

describe("a proxy that is asked for a tunnel", () => {
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
