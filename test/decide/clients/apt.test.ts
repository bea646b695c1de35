import { describe, expect, test } from "vitest";
import { apt } from "../../../src/decide/clients/apt.ts";
import { maskCredentials } from "../../../src/model/redact.ts";
import { answer, environment, type Row, routeOf, sparedBy, type Variables } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:8080";
const PLAIN = "http://example.com/";
const SECURE = "https://example.com/";

/** The value of `http_proxy` and `https_proxy`; where `http://example.com/` goes, and `https:` where it differs. */
const VALUES: readonly (readonly [string, string, string?])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/path", PROXY],
  ["http://proxy.corp", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["http://proxy.corp:", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["socks5h://proxy.corp", "socks5h://proxy.corp:1080"],
  ["socks5h://proxy.corp:9050", "socks5h://proxy.corp:9050"],
  ["socks5h://", "invalid"],
  ["socks5://proxy.corp:1080", "invalid"],
  ["HTTP://proxy.corp:3128", "invalid"],
  ["ftp://proxy.corp:3128", "invalid"],
  ["constructor://proxy.corp:3128", "invalid"],
  ["proxy.corp:3128", "invalid"],
  ["localhost:3128", "invalid"],
  ["proxy.corp", "direct"],
  ["DIRECT", "direct"],
  ["none", "direct"],
  ["3128", "direct"],
  [":3128", "direct"],
  ["://proxy.corp:3128", "direct"],
  ["//proxy.corp:3128", "invalid"],
  ["http//proxy.corp:3128", "invalid"],
  ["http:proxy.corp:3128", PROXY],
  ["http:/proxy.corp:3128", "direct"],
  ["http:///proxy.corp:3128", "direct"],
  ["http://", "direct"],
  ["http://:3128", "direct"],
  [" http://proxy.corp:3128", "invalid"],
  ["http://proxy.corp:3128 ", PROXY],
  ["http://proxy.corp:3128\r", PROXY],
  ["http://proxy.corp ", "invalid"],
  ["http://proxy.corp:abc", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["http://proxy.corp:0", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["http://proxy.corp:-1", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["https://proxy.corp:-1", "https://proxy.corp:80", "https://proxy.corp:443"],
  ["http://proxy.corp:99999", "http://proxy.corp:34463"],
  ["http://proxy.corp:65536", "invalid"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["http://*:3128", "http://localhost:3128"],
  ["http://[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99]", "http://[2001:db8::99]:80", "http://[2001:db8::99]:443"],
  ["http://[2001:db8::99", "direct"],
  ["http://2001:db8::99:3128", "http://[2001:db8::99]:3128"],
  ["user:pw@proxy.corp:3128", "invalid"],
  ["http://user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://us%40er:p%3Aw@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://:pw@proxy.corp:3128", "http://@proxy.corp:3128"],
  ["http://@proxy.corp:3128", "invalid"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p#ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "http://user:80", "http://user:443"],
  ["socks5h://:pw@proxy.corp", "socks5h://@proxy.corp:1080"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://%70roxy.corp:3128", "invalid"],
];

/** Which setting is read. */
const SETTINGS: readonly Row[] = [
  [{}, PLAIN, "direct"],
  [{ no_proxy: "example.com" }, PLAIN, "direct"],
  [{ http_proxy: PROXY }, PLAIN, PROXY, "proxies http_proxy"],
  [{ http_proxy: "" }, PLAIN, "direct"],
  [{ http_proxy: "proxy.corp" }, PLAIN, "direct", "breaks http_proxy"],
  [{ HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, ALL_PROXY: PROXY, all_proxy: PROXY }, SECURE, "direct"],
  [{ http_proxy: PROXY }, SECURE, PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY, https_proxy: OTHER }, SECURE, OTHER, "proxies https_proxy"],
  [{ https_proxy: OTHER, http_proxy: PROXY }, SECURE, OTHER, "proxies https_proxy"],
  [{ https_proxy: OTHER }, PLAIN, "direct"],
  [{ http_proxy: PROXY, https_proxy: "" }, SECURE, "direct", "bypasses https_proxy"],
  [{ https_proxy: "" }, SECURE, "direct"],
  // What the second value does not have, stays of the first.
  [{ http_proxy: PROXY, https_proxy: "http://" }, SECURE, PROXY, "proxies https_proxy"],
  [{ http_proxy: PROXY, https_proxy: "false" }, SECURE, "invalid", "breaks https_proxy"],
  [{ http_proxy: PROXY, https_proxy: "http:/x" }, SECURE, "http://proxy.corp:443", "proxies https_proxy"],
  [
    { http_proxy: "http://user:pw@proxy.corp:3128", https_proxy: OTHER },
    SECURE,
    "http://user@other.corp:8080",
    "proxies https_proxy",
  ],
  [{ "Acquire::http::Proxy": PROXY, http_proxy: OTHER }, PLAIN, PROXY, "proxies Acquire::http::Proxy"],
  [{ "Acquire::http::Proxy": "", http_proxy: OTHER }, PLAIN, OTHER, "proxies http_proxy"],
  [{ "Acquire::http::Proxy": PROXY, https_proxy: OTHER }, SECURE, PROXY, "proxies Acquire::http::Proxy"],
  [
    { "Acquire::https::Proxy": OTHER, "Acquire::http::Proxy": PROXY },
    SECURE,
    OTHER,
    "proxies Acquire::https::Proxy",
  ],
  [{ "Acquire::https::Proxy": PROXY }, PLAIN, "direct"],
  [{ "Acquire::http::Proxy": "DIRECT", http_proxy: PROXY }, PLAIN, "direct", "bypasses Acquire::http::Proxy"],
  [{ "Acquire::http::Proxy": "direct" }, PLAIN, "direct", "breaks Acquire::http::Proxy"],
  [{ "acquire::HTTP::proxy": PROXY }, PLAIN, PROXY, "proxies acquire::HTTP::proxy"],
  [
    { "Acquire::http::Proxy": OTHER, "acquire::http::proxy": PROXY },
    PLAIN,
    PROXY,
    "proxies acquire::http::proxy",
  ],
  [
    { "Acquire::http::Proxy": PROXY, "Acquire::http::Proxy::EXAMPLE.com": "DIRECT" },
    PLAIN,
    "direct",
    "bypasses Acquire::http::Proxy::EXAMPLE.com",
  ],
  [
    { "Acquire::http::Proxy": PROXY, "Acquire::http::Proxy::example.com": "DIRECT" },
    "http://www.example.com/",
    PROXY,
    "proxies Acquire::http::Proxy",
  ],
  [
    { "Acquire::https::Proxy": OTHER, "Acquire::http::Proxy::example.com": PROXY },
    SECURE,
    PROXY,
    "proxies Acquire::http::Proxy::example.com",
  ],
  [
    { "Acquire::http::Proxy": PROXY, "Acquire::http::example.com::Proxy": OTHER },
    PLAIN,
    OTHER,
    "proxies Acquire::http::example.com::Proxy",
  ],
  [
    { "Acquire::http::Proxy::2001:db8::1": PROXY },
    "http://[2001:db8::1]/",
    PROXY,
    "proxies Acquire::http::Proxy::2001:db8::1",
  ],
  // Only the option for this host and this scheme loses the blanks around it.
  [
    { "Acquire::http::Proxy::example.com": ` ${PROXY}` },
    PLAIN,
    PROXY,
    "proxies Acquire::http::Proxy::example.com",
  ],
  [
    { "Acquire::http::Proxy::example.com": ` ${PROXY}` },
    SECURE,
    "invalid",
    "breaks Acquire::http::Proxy::example.com",
  ],
  [
    { "Acquire::http::Proxy": PROXY, no_proxy: "example.com" },
    PLAIN,
    "direct",
    "bypasses no_proxy example.com",
  ],
  [
    { http_proxy: "proxy.corp:3128", no_proxy: ".example.com" },
    PLAIN,
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy .example.com",
  ],
  // A proxy that is given up and called itself is told to CONNECT all the same.
  [
    { http_proxy: PROXY, no_proxy: "corp" },
    "https://proxy.corp:8443/",
    "http://proxy.corp:8443",
    "bypasses no_proxy corp",
  ],
  [
    { http_proxy: PROXY, https_proxy: "" },
    "https://proxy.corp/",
    "http://proxy.corp:443",
    "bypasses https_proxy",
  ],
  [{ http_proxy: PROXY, no_proxy: "corp" }, "http://proxy.corp/", "direct", "bypasses no_proxy corp"],
  [{ http_proxy: PROXY }, "HTTP://example.com/", "invalid"],
  [{ http_proxy: PROXY }, "http:///", "invalid"],
  [{ http_proxy: PROXY }, "cdrom:Foo Bar Cow/debian/", "invalid"],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", PLAIN, "example.com"],
  ["example.com", "http://www.example.com/", "example.com"],
  ["example.com", "http://notexample.com/", "example.com"],
  ["ample.com", PLAIN, "ample.com"],
  [".example.com", PLAIN, "~.example.com"],
  [".example.com", "http://www.example.com/", ".example.com"],
  ["EXAMPLE.com", "http://example.COM/", "EXAMPLE.com"],
  ["*.example.com", "http://www.example.com/", "~*.example.com"],
  ["*", PLAIN, "~*"],
  ["a,example.com", PLAIN, "example.com"],
  ["a, example.com", PLAIN, "~example.com"],
  ["example.com ,a", PLAIN, "~example.com"],
  ["a b", "http://b/", "~b"],
  ["a,,b", "http://example.com./", "-"],
  ["example.com:80", PLAIN, "~example.com:80"],
  ["5", "http://10.0.1.5/", "5"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["::254", "http://[fd00:ec2::254]/", "::254"],
  ["[fd00:ec2::254]", "http://[fd00:ec2::254]/", "~[fd00:ec2::254]"],
  ["BÜCHER.example", "http://bücher.example/", "~BÜCHER.example"],
  ["bücher.EXAMPLE", "http://bücher.example/", "bücher.EXAMPLE"],
];

/** The settings of apt's own `test/integration`, by the test that has them. */
const OWN_TESTS: readonly (readonly [string, Variables, string, string])[] = [
  [
    "bug-623443-fail-on-bad-proxies",
    { http_proxy: "enrico:password@proxy-cache.localnet:3128" },
    PLAIN,
    "invalid",
  ],
  [
    "bug-623443-fail-on-bad-proxies",
    { http_proxy: "enrico:password@proxy-cache.localnet:3128" },
    SECURE,
    "invalid",
  ],
  ["bug-623443-fail-on-bad-proxies", { "Acquire::http::Proxy": "foo://example.org" }, PLAIN, "invalid"],
  [
    "bug-623443-fail-on-bad-proxies",
    { "Acquire::http::Proxy": "foo://example.org", "Acquire::https::Proxy": "DIRECT" },
    SECURE,
    "direct",
  ],
  [
    "bug-717891-abolute-uris-for-proxies",
    { "Acquire::http::Proxy": "http://localhost:3128" },
    PLAIN,
    "http://localhost:3128",
  ],
  ["proxy-connect", { "Acquire::http::Proxy": "http://localhost:3128" }, SECURE, "http://localhost:3128"],
  [
    "bug-990555-https-proxy-for-http",
    { "Acquire::http::Proxy": "https://localhost:8443" },
    PLAIN,
    "https://localhost:8443",
  ],
  [
    "authentication-basic",
    { http_proxy: "http://moon:deer2@localhost:3128" },
    PLAIN,
    "http://moon@localhost:3128",
  ],
  [
    "method-http-socks-client",
    { "Acquire::http::Proxy": "socks5h://user:pass@localhost:5555" },
    PLAIN,
    "socks5h://user@localhost:5555",
  ],
];

/** Version, settings, URL, route. */
const VERSIONS: readonly (readonly [string, Variables, string, string])[] = [
  // Ubuntu 14.04 and 16.04: any scheme is plain HTTP, and https goes by libcurl and its port 1080.
  ["1.0.1ubuntu2.24", { http_proxy: "socks5h://proxy.corp:3128" }, PLAIN, PROXY],
  ["1.2.35", { http_proxy: "https://proxy.corp" }, PLAIN, "http://proxy.corp:80"],
  ["1.2.35", { http_proxy: "proxy.corp:3128" }, PLAIN, "http://3128:80"],
  ["1.2.35", { http_proxy: "proxy.corp" }, PLAIN, "direct"],
  ["1.2.35", { http_proxy: ":3128" }, PLAIN, "direct"],
  ["1.2.35", { http_proxy: ":3128" }, SECURE, "http://3128:1080"],
  ["1.2.35", { http_proxy: "http://proxy.corp" }, SECURE, "http://proxy.corp:1080"],
  ["1.2.35", { http_proxy: "https://proxy.corp:3128" }, SECURE, PROXY],
  ["1.2.35", { http_proxy: "http://[2001:db8::99]:3128" }, SECURE, "invalid"],
  ["1.2.35", { http_proxy: "http://user@proxy.corp:3128" }, PLAIN, "invalid"],
  ["1.2.35", { http_proxy: "http://user:pw@proxy.corp:3128" }, PLAIN, "http://user@proxy.corp:3128"],
  ["1.2.35", { http_proxy: "http://user:p@ss@proxy.corp:3128" }, PLAIN, "invalid"],
  ["1.2.35", { http_proxy: PROXY, https_proxy: "" }, SECURE, "direct"],
  ["1.2.35", { http_proxy: PROXY, https_proxy: "http://" }, SECURE, "direct"],
  ["1.2.35", { http_proxy: PROXY, https_proxy: OTHER }, SECURE, OTHER],
  ["1.2.35", { http_proxy: PROXY }, SECURE, PROXY],
  ["1.2.35", { "Acquire::http::Proxy": PROXY }, SECURE, PROXY],
  ["1.2.35", { "Acquire::http::Proxy": PROXY, no_proxy: "example.com" }, SECURE, "direct"],
  ["1.2.35", { "Acquire::http::example.com::Proxy": PROXY }, PLAIN, "direct"],
  ["1.2.35", { "Acquire::http::Proxy::example.com": ` ${PROXY}` }, PLAIN, PROXY],
  ["1.2.35", { http_proxy: PROXY, no_proxy: "corp" }, "https://proxy.corp/", "direct"],
  // Debian 9.
  ["1.4.10", { http_proxy: "https://proxy.corp:3128" }, PLAIN, "invalid"],
  ["1.4.10", { http_proxy: "https://proxy.corp:3128" }, SECURE, PROXY],
  ["1.4.10", { http_proxy: "socks5h://proxy.corp" }, PLAIN, "socks5h://proxy.corp:1080"],
  ["1.4.10", { http_proxy: "socks://proxy.corp" }, SECURE, "socks4://proxy.corp:1080"],
  ["1.4.10", { http_proxy: "proxy.corp:3128" }, SECURE, "invalid"],
  ["1.4.10", { "Acquire::http::Proxy": "DIRECT" }, SECURE, "direct"],
  ["1.4.10", { "Acquire::http::example.com::Proxy": PROXY }, PLAIN, PROXY],
  // Ubuntu 18.04 and later are all alike.
  ["1.6.17", { http_proxy: "https://proxy.corp" }, SECURE, "https://proxy.corp:443"],
  ["1.6.17", { http_proxy: PROXY, https_proxy: "http://" }, SECURE, PROXY],
  ["2.8.3", { http_proxy: "http://proxy.corp" }, SECURE, "http://proxy.corp:443"],
];

describe("apt", () => {
  test.each(VALUES.map(([value, plain, secure = plain]) => [value, plain, secure] as const))(
    "reads the proxy %j as %s",
    (value, plain, secure) => {
      const variables = environment({ http_proxy: value });
      expect(routeOf(apt.decide(variables, PLAIN))).toBe(plain);
      expect(routeOf(apt.decide(variables, SECURE))).toBe(secure);
    },
  );

  test.each(SETTINGS.map((row) => [row] as const))("%j", (row) => {
    expect(answer(apt, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, no_proxy: list };
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, "proxies http_proxy"]);
    expect(answer(apt, row)).toEqual(row);
  });

  test.each(OWN_TESTS)("does as its test %s expects: %j, %s is %s", (_, variables, url, route) => {
    expect(routeOf(apt.decide(environment(variables), url))).toBe(route);
  });

  test.each(VERSIONS)("%s with %j: %s is %s", (version, variables, url, route) => {
    expect(routeOf(apt.decide(environment(variables), url, version))).toBe(route);
  });

  test.each(["hun;ter2", "hun@ter2", "hun/ter2", "hun#ter2", "hun:ter2", ""])(
    "reads a masked password as it reads %j",
    (password) => {
      const value = `http://user:${password}@proxy.corp:3128`;
      const decide = (text: string) => apt.decide(environment({ http_proxy: text }), PLAIN);
      expect(decide(maskCredentials(value))).toEqual(decide(value));
    },
  );

  test("tells no password, even where it takes the place of the user name", () => {
    const decision = apt.decide(environment({ http_proxy: "http://:hush@proxy.corp:3128" }), PLAIN);
    expect(JSON.stringify(decision)).not.toContain("hush");
  });

  test("takes many brackets and colons without delay", () => {
    const value = `http://${"[]:@".repeat(50_000)}<`;
    const settings = environment({ http_proxy: value, no_proxy: `${",a".repeat(50_000)}` });
    expect(apt.decide(settings, PLAIN).route).toBe("invalid");
  });
});
