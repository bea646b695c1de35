import { describe, expect, test } from "vitest";
import { keptHeaders } from "../../src/measure/headers.ts";
import { type Answer, recognise } from "../../src/measure/recognise.ts";
import type { AnsweredBy } from "../../src/model/observation.ts";
import type { Mark } from "../../src/model/target.ts";
import { BY_CA_FILE, BY_NOBODY } from "../rig/chains.ts";
import { targetOf } from "../rig/measuring.ts";

function answer(
  status: number,
  headers: Answer["headers"] = {},
  body = "",
  tls: Answer["tls"] = undefined,
): Answer {
  return { status, headers, body, tls };
}

function who(given: Answer, marks: readonly Mark[] = [], forwarded = false): AnsweredBy {
  return recognise(given, targetOf({ url: "https://api.example.com/", marks }), forwarded);
}

const HTML = { "content-type": "text/html; charset=utf-8" };
const MARK: Mark = { status: [200, 403], header: { name: "x-id", matches: "^a" }, body: "hello" };

describe("the proxy is known by", () => {
  test.each<readonly [string, Answer]>([
    ["407", answer(407)],
    ["Proxy-Authenticate", answer(401, { "proxy-authenticate": "Basic" })],
    ["squid's own error header", answer(403, { "x-squid-error": "ERR_ACCESS_DENIED 0" })],
    ["squid's name on an error", answer(503, { server: "squid/5.7" })],
    ["tinyproxy's name on an error", answer(500, { server: "tinyproxy/1.11.1" })],
    ["Zscaler's name on an error", answer(403, { server: "Zscaler/6.2" })],
    ["Blue Coat's name on an error", answer(403, { server: "BlueCoat-Security-Appliance" })],
  ])("%s, even where a mark would fit", (_, given) => {
    expect(who(given, [{ body: "" }])).toBe("proxy");
  });

  test("a gateway error of nobody's, where it forwards", () => {
    for (const status of [502, 503, 504, 590, 599]) {
      expect(who(answer(status), [], true)).toBe("proxy");
      expect(who(answer(status), [], false)).toBe("unknown");
    }
    expect(
      who(answer(503, { "x-id": "a" }, "hello"), [{ header: { name: "x-id", matches: "a" } }], true),
    ).toBe("target");
    expect(who(answer(500), [], true)).toBe("unknown");
  });
});

test.each<readonly [string, Answer]>([
  ["squid's name on a success", answer(200, { server: "squid/5.7" })],
  [
    "a Via header, which forwarded answers have too",
    answer(404, { via: "1.1 wsa.corp:80 (Cisco-WSA/11.5.1)" }),
  ],
  ["the Via header of another product", answer(403, { via: "1.1 10.0.0.1 (McAfee Web Gateway 7.8)" })],
  ["a cache's header", answer(403, { "x-cache": "MISS from proxy" })],
])("the proxy is not known by %s", (_, given) => {
  expect(who(given)).toBe("unknown");
  expect(who(given, [{ body: "" }])).toBe("target");
});

describe("the target is known by a mark", () => {
  test("of which every part holds", () => {
    expect(who(answer(200, { "x-id": "abc" }, "HELLO"), [MARK])).toBe("target");
    expect(who(answer(500, { "x-id": "abc" }, "hello"), [MARK])).toBe("unknown");
    expect(who(answer(200, { "x-id": "bc" }, "hello"), [MARK])).toBe("unknown");
    expect(who(answer(200, {}, "hello"), [MARK])).toBe("unknown");
    expect(who(answer(200, { "x-id": "abc" }, "bye"), [MARK])).toBe("unknown");
  });

  test("any one of several", () => {
    expect(who(answer(404, { "x-id": "1" }), [MARK, { header: { name: "x-id", matches: "." } }])).toBe(
      "target",
    );
  });

  test("of its certificate, which is trusted and its own", () => {
    expect(who(answer(200, {}, "", BY_CA_FILE), [{ certificate: "verified" }])).toBe("target");
    expect(who(answer(200, {}, "", BY_NOBODY), [{ certificate: "verified" }])).toBe("unknown");
    expect(who(answer(200, {}, ""), [{ certificate: "verified" }])).toBe("unknown");
  });

  test("even on a page", () => {
    expect(who(answer(200, HTML, "hello"), [{ body: "hello" }])).toBe("target");
  });
});

describe("someone else is known by", () => {
  test.each([200, 204, 301, 403, 451, 511])("a page with %i", (status) => {
    expect(who(answer(status, HTML))).toBe("someone-else");
  });

  test.each([400, 401, 404, 500])("but not a page with %i, which the target may give", (status) => {
    expect(who(answer(status, HTML))).toBe("unknown");
  });

  test("a redirect to another site", () => {
    expect(who(answer(302, { location: "https://portal.example.net/" }))).toBe("someone-else");
    expect(who(answer(307, { location: "http://10.1.1.1/login" }))).toBe("someone-else");
    expect(who(answer(302, { location: "https://www.example.com/" }))).toBe("unknown");
    expect(who(answer(302, { location: "/login" }))).toBe("unknown");
    expect(who(answer(302, { location: "http://[" }))).toBe("unknown");
    expect(who(answer(201, { location: "https://portal.example.net/" }))).toBe("unknown");
  });
});

test("headers are kept by name, in lower case, without cookies, control characters and passwords", () => {
  const kept = keptHeaders({
    Server: "a\x1bb",
    "Set-Cookie": "session=1",
    Authorization: "Bearer x",
    "Proxy-Authenticate": ["Basic", "NTLM"],
    Location: "http://ann:hunter2@host/path?token=1#x",
    "X-Unknown": "y",
    Via: "x".repeat(9999),
  });
  expect(kept).toEqual({
    server: "a\\u{1b}b",
    "proxy-authenticate": "Basic, NTLM",
    location: "http://ann:***@host/path?***",
    via: "x".repeat(512),
  });
});
