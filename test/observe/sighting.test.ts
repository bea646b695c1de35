import { describe, expect, test } from "vitest";
import { dialled, readOpening, routeSeen, type Sighting } from "../../src/observe/sighting.ts";

describe("the first bytes of a call", () => {
  test.each<[string, Buffer, ReturnType<typeof readOpening>]>([
    ["nothing yet", Buffer.alloc(0), undefined],
    ["a TLS handshake", Buffer.from([0x16, 3, 1]), { spoke: "tls" }],
    ["SOCKS 4", Buffer.from([4, 1, 0, 80]), { spoke: "socks4" }],
    ["SOCKS 5", Buffer.from([5, 1, 0]), { spoke: "socks5" }],
    ["half a request", Buffer.from("CONNECT example.com:443 HT"), undefined],
    [
      "a request for a tunnel",
      Buffer.from("CONNECT example.com:443 HTTP/1.1\r\nHost: x"),
      { spoke: "http", request: "CONNECT example.com:443" },
    ],
    ["a request", Buffer.from("GET / HTTP/1.0\n"), { spoke: "http", request: "GET /" }],
    ["a line of something else", Buffer.from("EHLO\r\n"), { spoke: "something-else" }],
    ["a long line", Buffer.alloc(5000, "x"), { spoke: "something-else" }],
  ])("%s", (_, bytes, expected) => {
    expect(readOpening(bytes)).toEqual(expected);
  });
});

describe("the way that a call shows", () => {
  const call = (spoke: Sighting["spoke"], host: string, port: number, request?: string): Sighting => ({
    host,
    port,
    spoke,
    ...(request === undefined ? {} : { request }),
  });
  const proxy = { host: "proxy.corp", port: 3128 };

  test.each<[string, string, readonly Sighting[], object]>([
    ["no call", "http://a.corp/", [], { route: "none" }],
    ["a request of the target", "http://a.corp/", [call("http", "a.corp", 80, "GET /")], { route: "direct" }],
    [
      "a request by its whole URL",
      "http://a.corp/",
      [call("http", "proxy.corp", 3128, "GET http://a.corp/")],
      { route: "proxy", scheme: "http", ...proxy },
    ],
    [
      "CONNECT",
      "https://a.corp/",
      [call("http", "proxy.corp", 3128, "CONNECT a.corp:443")],
      { route: "proxy", scheme: "http", ...proxy },
    ],
    ["TLS with the target", "https://a.corp/", [call("tls", "a.corp", 443)], { route: "direct" }],
    [
      "TLS with it under another spelling",
      "https://127.1:8443/",
      [call("tls", "127.0.0.1", 8443)],
      { route: "direct" },
    ],
    [
      "TLS with another",
      "https://a.corp/",
      [call("tls", "proxy.corp", 3128)],
      { route: "proxy", scheme: "https", ...proxy },
    ],
    [
      "TLS with the target's host at another port",
      "https://a.corp/",
      [call("tls", "a.corp", 3128)],
      { route: "proxy", scheme: "https", host: "a.corp", port: 3128 },
    ],
    [
      "SOCKS",
      "https://a.corp/",
      [call("socks5", "proxy.corp", 3128)],
      { route: "proxy", scheme: "socks5", ...proxy },
    ],
    [
      "silence at a proxy",
      "https://a.corp/",
      [call("nothing", "proxy.corp", 3128)],
      { route: "proxy", ...proxy },
    ],
    [
      "a second call after a refused tunnel",
      "https://a.corp/",
      [call("http", "proxy.corp", 3128, "CONNECT a.corp:443"), call("tls", "a.corp", 443)],
      { route: "proxy", scheme: "http", ...proxy },
    ],
  ])("%s", (_, url, sightings, expected) => {
    expect(routeSeen(sightings, url)).toEqual(expected);
  });
});

test.each([
  ["LOCALHOST.", "127.0.0.1"],
  ["foo.localhost", "127.0.0.1"],
  ["[::1]", "127.0.0.1"],
  ["0x7f.1", "127.0.0.1"],
  ["[::ffff:10.0.1.5]", "10.0.1.5"],
  ["[2001:DB8:0:0::1]", "2001:db8::1"],
  ["Example.COM.", "example.com"],
  ["fe80::1%eth0", "fe80::1"],
])("%s is dialled as %s", (host, expected) => {
  expect(dialled(host)).toBe(expected);
});
