import { expect, test } from "vitest";
import type { ClientDecision } from "../../src/model/client.ts";
import type { SeenRoute } from "../../src/model/client-route.ts";
import type { ProxyScheme } from "../../src/model/route.ts";
import { agree, describeSeen, parseSeen } from "../../src/observe/compare.ts";

const through = (scheme: ProxyScheme, host = "proxy.corp", port = 3128): ClientDecision => ({
  route: "proxy",
  proxy: { scheme, host, port },
  because: [],
});
const seen = (scheme: ProxyScheme | undefined, host = "proxy.corp", port = 3128): SeenRoute => ({
  route: "proxy",
  host,
  port,
  ...(scheme === undefined ? {} : { scheme }),
});
const direct: ClientDecision = { route: "direct", because: [] };
const invalid: ClientDecision = { route: "invalid", why: "", because: [] };

test.each<[boolean, ClientDecision, SeenRoute]>([
  [true, direct, { route: "direct" }],
  [false, direct, { route: "none" }],
  [true, invalid, { route: "none" }],
  [false, invalid, { route: "direct" }],
  [true, through("http"), seen("http")],
  [false, through("http"), seen("https")],
  [false, through("http"), seen("http", "proxy.corp", 3129)],
  [false, through("http"), seen("http", "other.corp")],
  [false, through("http"), { route: "direct" }],
  [true, through("socks5h"), seen("socks5")],
  [true, through("socks4a"), seen("socks4")],
  [false, through("socks4"), seen("socks5")],
  [true, through("https"), seen(undefined)],
  [true, through("http", "localhost"), seen("http", "127.0.0.1")],
])("%s: %j and %j", (expected, decision, way) => {
  expect(agree(decision, way)).toBe(expected);
});

test.each<SeenRoute>([
  { route: "direct" },
  { route: "none" },
  seen("socks5"),
  seen(undefined),
  seen("http", "2001:db8::1", 80),
])("%j is read back from its text", (way) => {
  expect(parseSeen(describeSeen(way))).toEqual(way);
});

test("what was seen is told as a URL", () => {
  expect(describeSeen(seen("http", "2001:db8::1"))).toBe("http://[2001:db8::1]:3128");
  expect(describeSeen({ route: "none" })).toBe("none");
});
