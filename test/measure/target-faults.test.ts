import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Credentials, selfSigned } from "../../src/lab/certificate-authority.ts";
import type { Network } from "../../src/measure/network.ts";
import type { NameServerSays } from "../../src/model/phase.ts";
import { ask, gist, loopback, phaseOf } from "../rig/measuring.ts";
import { closedPort, startPeer, startTlsPeer, type Talk } from "../rig/peer.ts";
import { startHttpProxy, startSocksProxy } from "../rig/proxies.ts";
import * as talk from "../rig/talks.ts";

const PATIENCE_MS = 400;

/** A server's fault, and the failure it is on a route with nothing between. */
type Row = { readonly fault: string; readonly talk: Talk; readonly fails: string };

const OVER_HTTP: readonly Row[] = [
  { fault: "silence", talk: talk.reads, fails: "response/timed-out" },
  {
    fault: "dripping headers",
    talk: talk.repeats("HTTP/1.1 200 OK\r\n", "a: b\r\n", 20),
    fails: "response/timed-out",
  },
  {
    fault: "a dripping body",
    talk: talk.repeats("HTTP/1.1 200 OK\r\n\r\n", ".", 20),
    fails: "response/timed-out",
  },
  {
    fault: "endless headers",
    talk: talk.floods("HTTP/1.1 200 OK\r\n", "x: yyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(99)),
    fails: "response/headers-too-large",
  },
  { fault: "garbage", talk: talk.says("\0\x01\x02 garbage\r\n\r\n"), fails: "response/not-http" },
  { fault: "an SSH server", talk: talk.says("SSH-2.0-OpenSSH_9.2\r\n"), fails: "response/not-http" },
  { fault: "a TLS alert", talk: talk.says(Buffer.from("15030300020228", "hex")), fails: "response/not-http" },
  {
    fault: "two lengths",
    talk: talk.says("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"),
    fails: "response/not-http",
  },
  {
    fault: "a chunk without a size",
    talk: talk.says("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    fails: "response/not-http",
  },
  { fault: "a close on the request", talk: talk.closesOnRequest, fails: "response/closed" },
  { fault: "a reset on the request", talk: talk.resetsOnRequest, fails: "response/reset" },
  {
    fault: "a close within the headers",
    talk: talk.saysLast("HTTP/1.1 200 OK\r\nServer: x"),
    fails: "response/cut-short",
  },
  {
    fault: "a close within the body",
    talk: talk.saysLast("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"),
    fails: "response/cut-short",
  },
  {
    fault: "a close within a chunk",
    talk: talk.saysLast("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf"),
    fails: "response/cut-short",
  },
  {
    fault: "a reset within the body",
    talk: talk.saysAndResets("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"),
    fails: "response/reset",
  },
];

const OVER_TLS: readonly Row[] = [
  { fault: "plain HTTP", talk: talk.says("HTTP/1.1 400 Bad Request\r\n\r\n"), fails: "tls/not-tls" },
  { fault: "an SSH server", talk: (socket) => socket.write("SSH-2.0-OpenSSH_9.2\r\n"), fails: "tls/not-tls" },
  { fault: "an alert", talk: talk.says(Buffer.from("15030300020228", "hex")), fails: "tls/tls-alert" },
  { fault: "a stalled handshake", talk: talk.reads, fails: "tls/timed-out" },
  { fault: "a close on the hello", talk: talk.closesOnRequest, fails: "tls/closed" },
  { fault: "a reset on the hello", talk: talk.resetsOnRequest, fails: "tls/reset" },
];

/** Routes with a good proxy between; a request is named with the URL's scheme, as routes depend on it. */
const ROUTES = {
  direct: async () => undefined,
  "an HTTP proxy": async () => `http://127.0.0.1:${(await startHttpProxy()).port}`,
  "a SOCKS proxy": async () => `socks5h://127.0.0.1:${(await startSocksProxy()).port}`,
} as const;
type RouteName = keyof typeof ROUTES;
const ROUTE_NAMES: readonly RouteName[] = ["direct", "an HTTP proxy", "a SOCKS proxy"];

function attemptMs(fails: string): number {
  return fails.endsWith("timed-out") ? PATIENCE_MS : 8000;
}

describe.each(ROUTE_NAMES)("through %s, a target over HTTP shows", (route) => {
  test.each(OVER_HTTP)("$fault as $fails", async ({ talk: server, fails }) => {
    const url = `http://target.test:${await startPeer(server)}/`;
    const proxy = await ROUTES[route]();
    const observation = await ask({ url, ...(proxy ? { proxy } : {}), attemptMs: attemptMs(fails) });
    expect(gist(observation)).toBe(fails);
    expect(observation.answeredBy).toBe("unknown");
    expect(observation.outcome).toBe("failed");
  });
});

describe.each(ROUTE_NAMES)("through %s, a target over TLS shows", (route) => {
  test.each(OVER_TLS)("$fault as $fails", async ({ talk: server, fails }) => {
    const url = `https://target.test:${await startPeer(server)}/`;
    const proxy = await ROUTES[route]();
    expect(gist(await ask({ url, ...(proxy ? { proxy } : {}), attemptMs: attemptMs(fails) }))).toBe(fails);
  });
});

describe("a target that is not there", () => {
  test.each([
    ["unknown.test", "dns/name-not-found"],
    ["empty.test", "dns/name-has-no-address"],
    ["servfail.test", "dns/resolver-failed"],
    ["slow.test", "dns/timed-out"],
  ])("%s fails with %s, and nothing after it is tried", async (host, fails) => {
    const observation = await ask({ url: `https://${host}/`, attemptMs: attemptMs(fails) });
    expect(gist(observation)).toBe(fails);
    expect(observation.phases.slice(1)).toEqual(
      ["tcp", "tls", "request", "response"].map((name) => ({
        name,
        status: "skipped",
        because: "an earlier phase failed",
      })),
    );
  });

  test.each([
    ["is silent", "http://slow.test/", "dns"],
    ["fails", "http://servfail.test/", "dns"],
    ["fails for a proxy", "http://target.test/", "proxy-dns"],
  ] as const)("what name servers say is recorded where the resolver %s", async (_, url, phase) => {
    const says: readonly NameServerSays[] = [{ server: "192.0.2.53", ms: 1000, says: "nothing" }];
    const loop = loopback();
    const network: Network = {
      ...loop,
      lookup: (host, signal, hear) => {
        hear?.(says);
        return host === "proxy.test"
          ? Promise.reject(Object.assign(new Error("no"), { code: "EAI_AGAIN", servers: says }))
          : loop.lookup(host, signal);
      },
    };
    const proxy = phase === "proxy-dns" ? { proxy: "http://proxy.test:3128" } : {};
    const observation = await ask({ url, network, attemptMs: 400, ...proxy });
    expect(phaseOf(observation, phase)).toMatchObject({ status: "failed", facts: { servers: says } });
  });

  test("a port on which nobody listens is refused, and the try is recorded", async () => {
    const observation = await ask({ url: `http://127.0.0.1:${await closedPort()}/` });
    expect(gist(observation)).toBe("tcp/refused");
    expect(observation.phases[0]).toEqual({
      name: "dns",
      status: "skipped",
      because: "the address needs no lookup",
    });
    expect(observation.phases[1]).toMatchObject({
      failure: { errno: "ECONNREFUSED" },
      facts: { tries: [{ address: "127.0.0.1", outcome: "ECONNREFUSED" }] },
    });
  });

  test.each([
    ["closes", talk.closes, /^(request|response)\/(closed|cut-short)$/],
    ["resets", talk.resets, /^(tcp|request|response)\/(reset|closed)$/],
  ] as const)("one that %s at once is no answer, in whichever phase it is seen", async (_, server, fails) => {
    expect(gist(await ask({ url: `http://127.0.0.1:${await startPeer(server)}/` }))).toMatch(fails);
  });
});

describe("certificates are recorded and not enforced", () => {
  const OK = talk.saysLast(talk.answer("200 OK", ["X-Mark: yes"], "hello"));
  let own: Credentials;
  beforeAll(async () => {
    own = await selfSigned(["target.test"]);
  });

  test("a self-signed one is untrusted, and the answer is heard", async () => {
    const observation = await ask({ url: `https://target.test:${await startTlsPeer(own, OK)}/` });
    expect(observation.outcome).toBe("ok");
    const tls = observation.phases.find(({ name }) => name === "tls");
    const sha256 = createHash("sha256")
      .update(Buffer.from(own.cert.replace(/-----.*-----|\s/g, ""), "base64"))
      .digest("hex");
    expect(tls).toMatchObject({
      status: "ok",
      facts: { untrusted: "self-signed", chain: [{ subject: "CN=target.test" }] },
    });
    expect(JSON.stringify(tls).replaceAll(":", "").toLowerCase()).toContain(sha256);
    expect(tls).not.toHaveProperty("facts.wrongName");
  });

  test("one for another name is both untrusted and wrong", async () => {
    const observation = await ask({ url: `https://other.test:${await startTlsPeer(own, OK)}/` });
    expect(observation.phases).toContainEqual(
      expect.objectContaining({
        name: "tls",
        facts: expect.objectContaining({ untrusted: "self-signed", wrongName: true }),
      }),
    );
  });

  test("a server that wants the client's certificate refuses after the handshake, with an alert", async () => {
    const port = await startTlsPeer(own, OK, {
      requestCert: true,
      rejectUnauthorized: true,
      ca: own.cert,
      minVersion: "TLSv1.3",
    });
    expect(gist(await ask({ url: `https://target.test:${port}/` }))).toMatch(
      /^(request|response)\/tls-alert$/,
    );
  });
});

describe("an answer that the target began and does not end has failed, and is the target's:", () => {
  const marks = [
    { header: { name: "x-amz-request-id", matches: "." } },
    { status: [200], body: "^(?!\\s*<)" },
  ];

  test.each<readonly [string, readonly string[], Talk, string]>([
    ["a body that stalls", ["x-amz-request-id: 1"], () => undefined, "response/timed-out"],
    ["a body that is cut", ["x-amz-request-id: 1"], (socket) => void socket.end(), "response/cut-short"],
    ["nobody's", ["x-other: 1"], () => undefined, "response/timed-out"],
  ])("%s", async (whose, headers, then, fails) => {
    const head = ["HTTP/1.1 200 OK", "Content-Length: 99", ...headers, "", "half"].join("\r\n");
    const port = await startPeer((socket) => {
      socket.once("data", () => socket.write(head, () => setTimeout(() => then(socket), 50)));
    });
    const observation = await ask({ url: `http://target.test:${port}/`, marks, attemptMs: PATIENCE_MS });
    expect(gist(observation)).toBe(fails);
    expect(observation.answeredBy).toBe(whose === "nobody's" ? "unknown" : "target");
  });
});
