import { describe, expect, test } from "vitest";
import { nodeProxyAgent } from "../../../src/decide/clients/node-proxy-agent.ts";
import { PROXY_FROM_ENV_SUITE } from "./node-proxy-agent-suite.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `http_proxy` and `https_proxy`, and where `http://example.com/` and `https://example.com/` go. */
const VALUES: readonly (readonly [string, string, string?])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/path?query#fragment", PROXY],
  ["proxy.corp:3128", PROXY, "https://proxy.corp:3128"],
  ["proxy.corp", "http://proxy.corp:80", "https://proxy.corp:443"],
  ["http://proxy.corp", "http://proxy.corp:80"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", PROXY],
  ["socks://proxy.corp", "socks5h://proxy.corp:1080"],
  ["socks4://proxy.corp", "socks4://proxy.corp:1080"],
  ["socks4a://proxy.corp", "socks4a://proxy.corp:1080"],
  ["socks5://proxy.corp:9050", "socks5://proxy.corp:9050"],
  ["SOCKS5H://PROXY.corp", "socks5h://proxy.corp:1080"],
  ["socks5://proxy.corp:0", "socks5://proxy.corp:1080"],
  ["socks5://[2001:db8::99]:1080", "invalid"],
  ["socks5:proxy.corp:1080", "invalid"],
  ["socks5://", "socks5://localhost:1080"],
  ["pac+http://proxy.corp/proxy.pac", "pac+http://proxy.corp/proxy.pac"],
  ["pac+file:///etc/proxy.pac", "pac+file:///etc/proxy.pac"],
  ["ftp://proxy.corp:3128", "invalid"],
  ["constructor://proxy.corp:3128", "invalid"],
  [" http://proxy.corp:3128\r\n", PROXY],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["http://$PROXY_HOST:3128", "invalid"],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:0", "invalid"],
  ["http://", "invalid"],
  [" ", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  ["http:/proxy.corp:3128", "http://http:80", "https://http:443"],
  ["http:///proxy.corp:3128", PROXY],
  ["//proxy.corp:3128", PROXY, "https://proxy.corp:3128"],
  ["http//proxy.corp:3128", "http://http:80", "https://http:443"],
  [":3128", "invalid"],
  ["3128", "http://0.0.12.56:80", "https://0.0.12.56:443"],
  ["none", "http://none:80", "https://none:443"],
  ["localhost:3128", "http://localhost:3128", "https://localhost:3128"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128", "https://[2001:db8::99]:3128"],
  ["user:pw@proxy.corp:3128", "http://user@proxy.corp:3128", "https://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://:pw@proxy.corp:3128", "http://@proxy.corp:3128"],
  ["http://:@proxy.corp:3128", PROXY],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:p#ss@proxy.corp:3128", "invalid"],
  ["http://user:p%ss@proxy.corp:3128", "invalid"],
  ["socks5://user:p%ss@proxy.corp:1080", "invalid"],
  ["http://a.corp:1,http://b.corp:2", "invalid"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  // proxy-from-env's own tests: neither can be a URL.
  ["Crazy \n!() { ::// }", "invalid"],
  ["crazy without colon slash slash", "invalid"],
];

/** Which variable is read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY }, "https://example/", "direct"],
  [{ HTTP_PROXY: PROXY }, "http://example/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: OTHER, http_proxy: PROXY }, "http://example/", PROXY, "proxies http_proxy"],
  [{ HTTP_PROXY: PROXY, http_proxy: "" }, "http://example/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: OTHER, HTTPS_PROXY: PROXY }, "https://example/", PROXY, "proxies HTTPS_PROXY"],
  [{ HTTPS_PROXY: OTHER, https_proxy: PROXY }, "https://example/", PROXY, "proxies https_proxy"],
  [{ ALL_PROXY: PROXY }, "https://example/", PROXY, "proxies ALL_PROXY"],
  [{ ALL_PROXY: OTHER, all_proxy: PROXY }, "https://example/", PROXY, "proxies all_proxy"],
  [{ ALL_PROXY: OTHER, HTTP_PROXY: PROXY }, "http://example/", PROXY, "proxies HTTP_PROXY"],
  [{ ALL_PROXY: "noscheme" }, "http://example/", "http://noscheme:80", "proxies ALL_PROXY"],
  [{ ALL_PROXY: "noscheme" }, "https://example/", "https://noscheme:443", "proxies ALL_PROXY"],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: "" }, "https://example/", PROXY, "proxies HTTPS_PROXY"],
  [
    { http_proxy: PROXY, no_proxy: "", NO_PROXY: "example" },
    "http://example/",
    "direct",
    "bypasses NO_PROXY example",
  ],
  [
    { http_proxy: PROXY, no_proxy: "a.example", NO_PROXY: "example" },
    "http://example/",
    PROXY,
    "proxies http_proxy",
  ],
  [{ http_proxy: "http://", no_proxy: "*" }, "http://example/", "direct", "bypasses no_proxy *"],
  [
    { http_proxy: "http://", no_proxy: "example.com" },
    "http://www.example.com/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy example.com",
  ],
  [{ https_proxy: "http://" }, "http://example/", "direct"],
  [{ npm_config_http_proxy: PROXY, npm_config_proxy: PROXY }, "http://example/", "direct"],
];

/** Which variable is read by 6 and 7. */
const NPM_VARIABLES: readonly Row[] = [
  [
    { npm_config_http_proxy: PROXY, http_proxy: OTHER },
    "http://example/",
    PROXY,
    "proxies npm_config_http_proxy",
  ],
  [{ NPM_CONFIG_HTTP_PROXY: PROXY }, "http://example/", PROXY, "proxies NPM_CONFIG_HTTP_PROXY"],
  [{ npm_config_proxy: PROXY, all_proxy: OTHER }, "http://example/", PROXY, "proxies npm_config_proxy"],
  [{ npm_config_proxy: OTHER, http_proxy: PROXY }, "http://example/", PROXY, "proxies http_proxy"],
  [
    { http_proxy: PROXY, no_proxy: "a.example", npm_config_no_proxy: "example" },
    "http://example/",
    "direct",
    "bypasses npm_config_no_proxy example",
  ],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "http://www.example.com/", "~example.com"],
  [".example.com", "http://www.example.com/", ".example.com"],
  [".example.com", "http://example.com/", "~.example.com"],
  ["*.example.com", "http://example.com/", "~*.example.com"],
  ["*.s3.amazonaws.com", "http://bucket.s3.amazonaws.com/", "*.s3.amazonaws.com"],
  ["*example.com", "http://notexample.com/", "*example.com"],
  ["a.example, *", "http://example.com/", "*"],
  ["*:443", "http://example.com/", "-"],
  ["*:80", "http://example.com/", "*:80"],
  ["*.*", "http://example.com/", "~*.*"],
  [".", "http://example.com./", "."],
  ["a.example\r\nexample.com", "http://example.com/", "example.com"],
  ["a.example|example.com", "http://example.com/", "~example.com"],
  ["Example.COM", "http://EXAMPLE.com/", "Example.COM"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["example.com:8080", "http://example.com:8080/", "example.com:8080"],
  ["example.com:0", "http://example.com:8080/", "example.com:0"],
  [".1.5", "http://10.0.1.5/", ".1.5"],
  ["10.0.1.5", "http://0x0a000105/", "10.0.1.5"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["", "http://localhost/", "-"],
  ["::1", "http://[::1]/", "~::1"],
  ["[::1]", "http://[0:0::1]/", "[::1]"],
  ["xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  // The path that begins with two slashes is taken for the host.
  ["example.com", "http://example.com//a.example/", "-"],
  ["a.example", "http://example.com//a.example/", "a.example"],
];

describe("proxy-agent", () => {
  test.each(VALUES.map(([value, http, https = http]) => [value, http, https] as const))(
    "reads the proxy %j as %s and %s",
    (value, http, https) => {
      const variables = environment({ http_proxy: value, https_proxy: value });
      const goes = (url: string) => routeOf(nodeProxyAgent.decide(variables, url));
      expect([goes("http://example.com/"), goes("https://example.com/")]).toEqual([http, https]);
    },
  );

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(nodeProxyAgent, row)).toEqual(row);
  });

  test.each(NPM_VARIABLES.map((row) => [row] as const))("before 8: %j", (row) => {
    expect(answer(nodeProxyAgent, row, "7.0.0")).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, no_proxy: list };
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, "proxies http_proxy"]);
    expect(answer(nodeProxyAgent, row)).toEqual(row);
  });

  test.each(PROXY_FROM_ENV_SUITE)(
    "with the exceptions %j, goes direct to %j and not to %j",
    (list, direct, proxied) => {
      const goes = (url: string) =>
        nodeProxyAgent.decide(environment({ http_proxy: PROXY, https_proxy: OTHER, no_proxy: list }), url)
          .route;
      expect(direct.filter((url) => goes(url) !== "direct")).toEqual([]);
      expect(proxied.filter((url) => goes(url) !== "proxy")).toEqual([]);
    },
  );

  test("refuses what is no URL for it", () => {
    const decide = (url: string) => nodeProxyAgent.decide(environment({ http_proxy: PROXY }), url).route;
    const urls = [
      "bogus",
      "//example.com",
      "http://",
      "http://abc\0/",
      "http://bad%",
      "http://example.com//",
    ];
    expect(urls.map(decide)).toEqual(Array(6).fill("invalid"));
  });

  test("names no part of a value that it refuses", () => {
    const decision = nodeProxyAgent.decide(
      environment({ http_proxy: "http://hush:hush%@hush.corp:3128" }),
      "http://example.com/",
    );
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
