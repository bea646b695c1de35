import { describe, expect, test } from "vitest";
import { nodeUndici } from "../../../src/decide/clients/node-undici.ts";
import { UNDICI_SUITE } from "./node-undici-suite.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `http_proxy`, and where `http://example.com/` goes. */
const VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/", PROXY],
  ["http://proxy.corp:3128/path", "invalid"],
  ["http://proxy.corp:3128/?a", "invalid"],
  ["http://proxy.corp:3128#a", "invalid"],
  ["proxy.corp:3128", "invalid"],
  ["proxy.corp", "invalid"],
  ["localhost:3128", "invalid"],
  ["user:pw@proxy.corp:3128", "invalid"],
  ["[2001:db8::99]:3128", "invalid"],
  ["http://proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp:", "http://proxy.corp:80"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", PROXY],
  ["socks5://proxy.corp", "socks5h://proxy.corp:1080"],
  ["socks://proxy.corp:9050", "socks5h://proxy.corp:9050"],
  ["socks5://proxy.corp:0", "socks5h://proxy.corp:1080"],
  ["socks5://proxy.corp:1080/path", "socks5h://proxy.corp:1080"],
  ["socks5://[2001:db8::99]:1080", "invalid"],
  ["socks5:proxy.corp:1080", "socks5h://localhost:1080"],
  ["socks5://user:pw@proxy.corp", "socks5h://user@proxy.corp:1080"],
  ["socks5://user@proxy.corp", "socks5h://proxy.corp:1080"],
  ["socks5h://proxy.corp:1080", "invalid"],
  ["socks4://proxy.corp:1080", "invalid"],
  ["constructor://proxy.corp:1080", "invalid"],
  ["ftp://proxy.corp:3128", "invalid"],
  [" http://proxy.corp:3128\r\n", PROXY],
  ["http:// proxy.corp:3128", "invalid"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["http://$PROXY_HOST:3128", "invalid"],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:0", "invalid"],
  ["http://proxy.corp:003128", PROXY],
  ["http://", "invalid"],
  [" ", "invalid"],
  ["http:proxy.corp:3128", PROXY],
  ["http:/proxy.corp:3128", PROXY],
  ["http:///proxy.corp:3128", PROXY],
  ["//proxy.corp:3128", "invalid"],
  ["http//proxy.corp:3128", "invalid"],
  [":3128", "invalid"],
  ["3128", "invalid"],
  ["none", "invalid"],
  ["http://0x0a.0.0.33:3128", "http://10.0.0.33:3128"],
  ["http://[2001:db8:0::99]", "http://[2001:db8::99]:80"],
  ["http://user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", PROXY],
  ["http://:pw@proxy.corp:3128", PROXY],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:p#ss@proxy.corp:3128", "invalid"],
  ["http://user:p%ss@proxy.corp:3128", "invalid"],
  ["http://us%er@proxy.corp:3128", PROXY],
  ["http://dom\\user:pw@proxy.corp:3128", "invalid"],
  ["http://a.corp:1,http://b.corp:2", "invalid"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://proxy.corp.:3128", "http://proxy.corp.:3128"],
];

/** Which variable is read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ no_proxy: "*" }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY }, "http://example.com/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: OTHER, http_proxy: PROXY }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTP_PROXY: PROXY, http_proxy: "" }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "https://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY, HTTPS_PROXY: OTHER }, "https://example.com/", OTHER, "proxies HTTPS_PROXY"],
  [{ http_proxy: PROXY, HTTPS_PROXY: OTHER }, "http://example.com/", PROXY, "proxies http_proxy"],
  [
    { http_proxy: PROXY, HTTPS_PROXY: OTHER, https_proxy: "" },
    "https://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  [{ https_proxy: PROXY }, "http://example.com/", "direct"],
  [{ ALL_PROXY: PROXY, all_proxy: PROXY }, "http://example.com/", "direct"],
  [{ Http_Proxy: PROXY }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY, REQUEST_METHOD: "GET" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [
    { http_proxy: PROXY, NO_PROXY: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses NO_PROXY example.com",
  ],
  [
    { http_proxy: PROXY, no_proxy: "", NO_PROXY: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  [
    { http_proxy: PROXY, no_proxy: "other.example", NO_PROXY: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  // One value that is no URL stops every request, those that it has no part in as well.
  [{ http_proxy: "proxy.corp:3128", no_proxy: "*" }, "http://example.com/", "invalid", "breaks http_proxy"],
  [
    { http_proxy: PROXY, https_proxy: "proxy.corp:3128" },
    "http://example.com/",
    "invalid",
    "breaks https_proxy",
  ],
  [{ https_proxy: "http://proxy.corp:0" }, "http://example.com/", "direct"],
  [
    { http_proxy: "http://proxy.corp:0", no_proxy: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses no_proxy example.com",
  ],
  [
    { http_proxy: "http://proxy.corp:0", no_proxy: "10.0.0.0/8" },
    "http://10.0.1.5/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy 10.0.0.0/8",
  ],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "https://www.example.com/", "example.com"],
  ["example.com", "http://notexample.com/", "-"],
  [".example.com", "http://example.com/", ".example.com"],
  ["*.example.com", "http://example.com/", "*.example.com"],
  ["*.s3.amazonaws.com", "https://bucket.s3.amazonaws.com/", "*.s3.amazonaws.com"],
  ["..example.com", "http://example.com/", "~..example.com"],
  ["*example.com", "http://example.com/", "~*example.com"],
  ["*", "https://example.com/", "*"],
  [" *", "https://example.com/", "~*"],
  ["a.example,*", "https://example.com/", "~*"],
  ["a.example\r\nexample.com", "http://example.com/", "example.com"],
  ["a.example|example.com", "http://example.com/", "~example.com"],
  ["EXAMPLE.com", "http://Example.COM/", "EXAMPLE.com"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["example.com", "http://example.com./", "~example.com"],
  ["example.com.", "http://example.com./", "example.com."],
  ["example.com:80", "http://example.com/", "example.com:80"],
  ["example.com:080", "http://example.com/", "example.com:080"],
  ["example.com:0", "http://example.com:8080/", "example.com:0"],
  ["example.com:443", "http://example.com/", "-"],
  ["example.com:", "http://example.com/", "~example.com:"],
  ["10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["10.0.1.5", "http://0x0a000105/", "10.0.1.5"],
  ["0x0a000105", "http://10.0.1.5/", "-"],
  ["1.5", "http://10.0.1.5/", "1.5"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["10.*", "http://10.0.1.5/", "~10.*"],
  ["", "http://localhost/", "-"],
  ["[::1]", "http://[0:0::1]/", "[::1]"],
  ["::1", "http://[::1]/", "~::1"],
  ["[2001:db8::1]:443", "https://[2001:DB8:0::1]/", "[2001:db8::1]:443"],
  ["2001:db8:0:0::1", "http://[2001:db8::1]/", "~2001:db8:0:0::1"],
  ["xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  ["bücher.example", "http://bücher.example/", "~bücher.example"],
];

/** A version, a list of exceptions, a URL, and the entry that spares it. */
const VERSIONS: readonly (readonly [string, string, string, string])[] = [
  ["7.21.0", "example.com", "http://www.example.com/", "~example.com"],
  ["7.22.0", "example.com", "http://www.example.com/", "example.com"],
  ["6.29.1", ".example.com", "http://example.com/", "~.example.com"],
  ["6.29.1", ".example.com", "http://www.example.com/", ".example.com"],
  ["6.29.1", "*.example.com", "http://example.com/", "~*.example.com"],
  ["6.29.1", "*example.com", "http://notexample.com/", "*example.com"],
  ["6.29.1", "a.example,*", "http://example.com/", "*"],
  ["6.29.1", "*:443", "http://example.com/", "-"],
  ["6.29.1", "*:443", "https://example.com/", "*:443"],
  ["8.9.0", "::1", "http://[::1]/", "~::1"],
  ["8.10.0", "::1", "http://[::1]/", "::1"],
  ["8.10.0", "[::1]", "http://[::1]/", "[::1]"],
  ["8.10.0", "[::1]:80", "http://[::1]/", "[::1]:80"],
  ["8.10.0", "[::1]:443", "http://[::1]/", "-"],
  ["8.10.0", "2001:db8::1", "http://[2001:db8::1]/", "2001:db8::1"],
  ["8.10.0", "a.example,*", "http://example.com/", "~*"],
  ["8.11.0", "a.example,*", "http://example.com/", "*"],
  ["8.11.0", "*:80", "http://example.com/", "*:80"],
  ["8.11.0", "*:80", "https://example.com/", "-"],
  ["8.10.0", "*.example.com", "http://example.com/", "*.example.com"],
  ["8.11.0", "*.example.com", "http://example.com/", "~*.example.com"],
  ["8.11.0", "*.example.com", "http://www.example.com/", "*.example.com"],
  ["8.11.0", ".example.com", "http://example.com/", ".example.com"],
  ["8.11.0", "example.com.", "http://example.com/", "example.com."],
  ["8.11.0", "example.com", "http://example.com./", "example.com"],
];

function sparedRow(list: string, url: string, entry: string): Row {
  const variables = { http_proxy: PROXY, no_proxy: list };
  return sparedBy(entry, "no_proxy", [variables, url, PROXY, "proxies http_proxy"]);
}

describe("undici", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(nodeUndici.decide(environment({ http_proxy: value }), "http://example.com/"))).toBe(
      expected,
    );
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(nodeUndici, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const row = sparedRow(list, url, entry);
    expect(answer(nodeUndici, row)).toEqual(row);
  });

  test.each(VERSIONS)("%s: with the exceptions %j, %s is spared by %s", (version, list, url, entry) => {
    const row = sparedRow(list, url, entry);
    expect(answer(nodeUndici, row, version)).toEqual(row);
  });

  test.each(UNDICI_SUITE)(
    "with the exceptions %j, goes direct to %j and not to %j",
    (list, direct, proxied) => {
      const goes = (url: string) =>
        nodeUndici.decide(environment({ http_proxy: PROXY, https_proxy: OTHER, no_proxy: list }), url).route;
      expect(direct.filter((url) => goes(url) !== "direct")).toEqual([]);
      expect(proxied.filter((url) => goes(url) !== "proxy")).toEqual([]);
    },
  );

  test.each([
    ["6.14.0", { HTTP_PROXY: PROXY, http_proxy: OTHER }, PROXY],
    ["6.14.1", { HTTP_PROXY: OTHER, http_proxy: PROXY }, PROXY],
    ["7.22.0", { http_proxy: "socks5://proxy.corp" }, "invalid"],
    ["7.23.0", { http_proxy: "socks5://proxy.corp" }, "socks5h://proxy.corp:1080"],
    ["8.1.0", { http_proxy: "http://user@proxy.corp" }, "http://proxy.corp:80"],
    ["8.2.0", { http_proxy: "http://user@proxy.corp" }, "http://user@proxy.corp:80"],
    ["8.2.0", { http_proxy: "http://us%er@proxy.corp" }, "invalid"],
    ["8.2.0", { http_proxy: "socks5://user@proxy.corp" }, "socks5h://proxy.corp:1080"],
  ] as const)("%s: with %j goes by %s", (version, variables, expected) => {
    expect(routeOf(nodeUndici.decide(environment(variables), "http://example.com/", version))).toBe(expected);
  });

  test("refuses what is no URL for it", () => {
    const decide = (url: string) => nodeUndici.decide(environment({ http_proxy: PROXY }), url).route;
    expect(["ftp://example.com/", "http://", "example.com", "http://[fe80::1%25eth0]/"].map(decide)).toEqual(
      Array(4).fill("invalid"),
    );
  });

  test("names no part of a value that it refuses", () => {
    const decision = nodeUndici.decide(
      environment({ http_proxy: "http://hush:hush%@hush:hush" }),
      "http://example.com/",
    );
    expect(JSON.stringify(decision)).not.toContain("hush");
  });

  test("takes many colons in a list without delay", () => {
    const list = `${"[:1".repeat(100_000)},${":1".repeat(100_000)}x`;
    const decide = (version: string) =>
      nodeUndici.decide(environment({ http_proxy: PROXY, no_proxy: list }), "http://example.com/", version);
    for (const version of ["6.29.1", "7.30.2", "8.13.1"]) expect(decide(version).route).toBe("proxy");
  });
});
