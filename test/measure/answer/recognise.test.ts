import { describe, expect, test } from "vitest";
import { type Answer, isProvedBy, recognise } from "../../../src/measure/answer/recognise.ts";
import { keptHeaders } from "../../../src/measure/exchange/headers.ts";
import type { AnsweredBy } from "../../../src/model/observation.ts";
import type { Mark } from "../../../src/model/target.ts";
import { BY_CA_FILE, BY_NOBODY, EXPIRED, madeBy, OF_ANOTHER, PUBLIC } from "../../rig/chains.ts";
import { targetOf } from "../../rig/measuring.ts";

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
const MUST_BE_DIRECT = { standard: "must-direct", corporate: "must-direct" } as const;
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

describe("the certificate tells", () => {
  const S3_ERROR = answer(503, { "content-type": "application/xml" }, "<Error/>");
  const internal = { ...targetOf({ url: "https://ghe.example.com/" }), policy: MUST_BE_DIRECT };

  test("that the target answers, where public authorities vouch for it, whatever it says", () => {
    for (const given of [S3_ERROR, answer(200, HTML), answer(403, { server: "squid/6.6" }), answer(407)]) {
      expect(who({ ...given, tls: PUBLIC })).toBe("target");
    }
  });

  test("nothing of the kind where another authority vouches, or for another host", () => {
    for (const tls of [BY_CA_FILE, BY_NOBODY, OF_ANOTHER, EXPIRED, undefined]) {
      expect(who({ ...S3_ERROR, tls })).toBe("unknown");
      expect(who({ ...answer(200, HTML), tls })).toBe("someone-else");
    }
  });

  test("that a page is someone else's, where a public service would have another one", () => {
    for (const tls of [BY_CA_FILE, BY_NOBODY, OF_ANOTHER]) {
      expect(who({ ...answer(404, HTML), tls })).toBe("someone-else");
      expect(recognise({ ...answer(404, HTML), tls }, internal, false)).toBe("unknown");
    }
    expect(who({ ...answer(404, HTML), tls: EXPIRED })).toBe("unknown");
  });

  test("that a page is someone else's, where a known interceptor made it, for an internal service too", () => {
    const tls = madeBy("CN=FortiGate CA");
    expect(recognise({ ...answer(404, HTML), tls }, internal, false)).toBe("someone-else");
    expect(recognise({ ...S3_ERROR, tls }, internal, false)).toBe("unknown");
    expect(who({ ...answer(404, HTML, "hello"), tls }, [{ body: "hello" }])).toBe("target");
  });

  test("that an answer which was cut off is the target's", () => {
    const target = targetOf({ url: "https://api.example.com/" });
    expect(isProvedBy({ ...answer(503), tls: PUBLIC }, target)).toBe(true);
    expect(isProvedBy({ ...answer(503), tls: BY_CA_FILE }, target)).toBe(false);
  });
});

describe("Proxy-Status tells which hop made an error", () => {
  const says = (value: string, status = 502) => who(answer(status, { "proxy-status": value }), [], true);

  test("the proxy, which is next to us and last in the list", () => {
    expect(says("proxy.corp; error=http_request_denied", 403)).toBe("proxy");
    expect(says("cdn, proxy.corp; error=connection_refused", 500)).toBe("proxy");
  });

  test("or another, so that not even a gateway error is the proxy's", () => {
    expect(says("cdn; error=connection_timeout, proxy.corp")).toBe("unknown");
  });

  test("or none, where no error is named that an intermediary may have", () => {
    expect(says("proxy.corp; received-status=403", 403)).toBe("unknown");
    expect(says("PostgREST; error=57014", 500)).toBe("unknown");
    expect(says("cdn")).toBe("proxy");
  });

  test("but not where nobody forwards", () => {
    expect(who(answer(502, { "proxy-status": "cdn; error=dns_error" }))).toBe("unknown");
  });
});

describe("an error that a proxy passes on is not the proxy's", () => {
  test.each(["1.1 squid.corp (squid/5.7)", "1.0 cdn, 1.1 vm (tinyproxy/1.11.1)", "1.1 p:80 (Apache/2.4.71)"])(
    "by Via: %s",
    (via) => expect(who(answer(503, { via }), [], true)).toBe("unknown"),
  );

  test("unless it bears the sign of the proxy's own", () => {
    const via = "1.1 squid.corp (squid/5.7)";
    expect(who(answer(503, { via, "x-squid-error": "ERR_CONNECT_FAIL 111" }), [], true)).toBe("proxy");
  });

  test("and Via and X-Cache of caches before the target say nothing of it", () => {
    const headers = { via: "1.1 google", "x-cache": "MISS" };
    expect(who(answer(503, headers), [], true)).toBe("proxy");
    expect(who(answer(503, headers))).toBe("unknown");
  });
});

describe("a page is known", () => {
  test("by how it begins, whatever type it has", () => {
    for (const body of ["<!DOCTYPE html>\n", "\uFEFF <HTML lang=de>", "<head><title>x"]) {
      expect(who(answer(200, {}, body))).toBe("someone-else");
      expect(who(answer(200, { "content-type": "text/plain" }, body))).toBe("someone-else");
    }
    for (const body of ['<?xml version="1.0"?><Error/>', "<Response/>", "htmlx", "<header>"]) {
      expect(who(answer(200, {}, body))).toBe("unknown");
    }
  });

  test.each([
    "Web Site Blocked",
    "Access to this site is DENIED",
    "Guest Login",
    "Please log in",
    "Sign in to the network",
    "Authentication required",
    "Captive Portal",
    "URL Filter",
  ])("by its title, whatever its status: %s", (title) => {
    for (const status of [401, 404, 500, 503]) {
      expect(who(answer(status, HTML, `<title class="x">\n  ${title}\n</title>`))).toBe("someone-else");
      expect(who(answer(status, { "content-type": "application/xml" }, `<title>${title}</title>`))).toBe(
        "unknown",
      );
    }
  });

  test.each(["404 Not Found", "401 Authorization Required", "Maintenance", "Unblocking guide"])(
    "and not by another: %s",
    (title) => expect(who(answer(404, HTML, `<title>${title}</title>`))).toBe("unknown"),
  );

  test("511 is a portal's, page or not", () => {
    expect(who(answer(511))).toBe("someone-else");
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
