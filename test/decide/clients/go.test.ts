import { describe, expect, test } from "vitest";
import { go } from "../../../src/decide/clients/go.ts";
import { GO_SUITE } from "./go-suite.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `HTTP_PROXY`, and where `http://example.com/` goes. */
const VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/path", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp:", "http://proxy.corp:80"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", PROXY],
  ["socks5://proxy.corp", "socks5://proxy.corp:1080"],
  ["socks5h://proxy.corp", "socks5h://proxy.corp:1080"],
  ["socks4://proxy.corp:1080", "http://proxy.corp:1080"],
  ["socks4://proxy.corp", "invalid"],
  ["ftp://proxy.corp:3128", PROXY],
  [" http://proxy.corp:3128", "direct"],
  ["http://proxy.corp:3128 ", "http://http:80"],
  ["http://proxy.corp:3128\n", "direct"],
  ["proxy.corp:3128\n", "direct"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "direct"],
  ["<proxy-ip:port>", "direct"],
  ["http://<proxy-ip:port>", "http://http:80"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["http://proxy.corp:abc", "http://http:80"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:0", "invalid"],
  ["http://", "http://http:80"],
  ["http:proxy.corp:3128", "invalid"],
  ["http:/proxy.corp:3128", "http://http:80"],
  ["//proxy.corp:3128", "http://localhost:80"],
  ["http//proxy.corp:3128", "http://http:80"],
  [":3128", "http://localhost:3128"],
  ["3128", "invalid"],
  ["none", "http://none:80"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99]", "http://[2001:db8::99]:80"],
  ["http://[2001:db8::99", "http://http:80"],
  ["user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "http://http:80"],
  ["http://user:p#ss@proxy.corp:3128", "http://http:80"],
  ["http://user:p?ss@proxy.corp:3128", "http://http:80"],
  ["http://user:p%ss@proxy.corp:3128", "direct"],
  ["http://dom\\user:pw@proxy.corp:3128", "http://http:80"],
  ["http:// proxy.corp:3128", "http://http:80"],
  ["http://a.corp:3128,http://b.corp", "invalid"],
  ["proxy corp:3128", "direct"],
  ["proxy corp", "invalid"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://proxy%2ecorp:3128", "http://http:80"],
  ["http://proxy.corp:3128/%zz", "direct"],
];

const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ NO_PROXY: "*" }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY, http_proxy: OTHER }, "http://example.com/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: "", http_proxy: OTHER }, "http://example.com/", OTHER, "proxies http_proxy"],
  [{ https_proxy: PROXY }, "https://example.com/", PROXY, "proxies https_proxy"],
  [{ HTTP_PROXY: PROXY }, "https://example.com/", "direct"],
  [{ FTP_PROXY: PROXY }, "ftp://example.com/", "direct"],
  [{ ALL_PROXY: PROXY, all_proxy: PROXY }, "https://example.com/", "direct"],
  [{ HTTP_PROXY: " " }, "http://example.com/", "invalid", "breaks HTTP_PROXY"],
  [{ HTTP_PROXY: "<proxy-ip:port>", NO_PROXY: "*" }, "http://example.com/", "direct", "breaks HTTP_PROXY"],
  [{ HTTPS_PROXY: PROXY, no_proxy: "a.example" }, "https://services:8585/", PROXY, "proxies HTTPS_PROXY"],
  [
    { HTTPS_PROXY: PROXY, no_proxy: "services" },
    "https://services:8585/",
    "direct",
    "bypasses no_proxy services",
  ],
  [
    { HTTP_PROXY: PROXY, NO_PROXY: "a.example", no_proxy: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies HTTP_PROXY",
  ],
  [
    { HTTP_PROXY: PROXY, NO_PROXY: "", no_proxy: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses no_proxy example.com",
  ],
  [
    { http_proxy: PROXY, REQUEST_METHOD: "GET", NO_PROXY: "*" },
    "http://example.com/",
    "invalid",
    "breaks REQUEST_METHOD",
  ],
  [{ http_proxy: PROXY, REQUEST_METHOD: "" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ https_proxy: PROXY, REQUEST_METHOD: "GET" }, "https://example.com/", PROXY, "proxies https_proxy"],
  [
    { HTTP_PROXY: "http://<proxy-ip>:3128", NO_PROXY: ".example.com" },
    "http://example.com/",
    "invalid",
    "breaks HTTP_PROXY",
    "nearly-bypasses NO_PROXY .example.com",
  ],
  [{ HTTP_PROXY: PROXY }, "http://localhost/", "direct", "bypasses built-in localhost"],
  [{ HTTP_PROXY: PROXY }, "http://localhost:8800/", "direct", "bypasses built-in localhost"],
  [{ HTTP_PROXY: PROXY }, "http://127.9.9.9/", "direct", "bypasses built-in 127.0.0.0/8"],
  [{ HTTP_PROXY: PROXY }, "http://[::1]/", "direct", "bypasses built-in ::1"],
  [{ HTTP_PROXY: PROXY }, "http://[::ffff:127.0.0.1]/", "direct", "bypasses built-in 127.0.0.0/8"],
  [{ HTTP_PROXY: PROXY }, "http://LOCALHOST/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: PROXY }, "http://localhost./", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: PROXY }, "http://foo.localhost/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: PROXY }, "http://127.1/", PROXY, "proxies HTTP_PROXY"],
  [{ HTTP_PROXY: PROXY }, "http://0x7f000001/", PROXY, "proxies HTTP_PROXY"],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "http://www.example.com/", "example.com"],
  ["example.com", "http://notexample.com/", "-"],
  [".example.com", "http://www.example.com/", ".example.com"],
  [".example.com", "http://example.com/", "~.example.com"],
  ["*.example.com", "http://www.example.com/", "*.example.com"],
  ["*.example.com", "http://example.com/", "~*.example.com"],
  ["*example.com", "http://www.example.com/", "~*example.com"],
  ["*", "http://example.com/", "*"],
  ["a.example, * ", "http://example.com/", "*"],
  ["a.example example.com", "http://example.com/", "~example.com"],
  ["a.example|example.com", "http://example.com/", "~example.com"],
  [" EXAMPLE.com\t", "http://Example.COM/", "EXAMPLE.com"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["example.com", "http://example.com./", "~example.com"],
  ["example.com.", "http://example.com./", "example.com."],
  ["example.com:80", "http://example.com/", "example.com:80"],
  ["example.com:443", "https://www.example.com/", "example.com:443"],
  ["example.com:443", "http://example.com/", "-"],
  ["example.com:8080", "http://example.com:8080/", "example.com:8080"],
  ["example.com:080", "http://example.com/", "~example.com:080"],
  ["example.com:*", "http://example.com/", "~example.com:*"],
  ["example.com:", "http://example.com/", "example.com:"],
  [":80,,", "http://example.com/", "-"],
  ["http://example.com", "http://example.com/", "~http://example.com"],
  ["10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["10.0.1.5:80", "http://10.0.1.5/", "10.0.1.5:80"],
  ["10.0.1.5:81", "http://10.0.1.5/", "-"],
  ["10.0.0.0/16", "http://10.0.1.5/", "10.0.0.0/16"],
  ["10.0.0.0/016", "http://10.0.1.5/", "10.0.0.0/016"],
  ["10.0.0.0/16", "http://10.1.0.1/", "-"],
  ["10.0.0.0/33", "http://10.0.1.5/", "-"],
  ["10.0.0.0/16", "http://example.com/", "-"],
  ["0.0.0.0/0", "http://10.0.1.5/", "0.0.0.0/0"],
  ["0.0.0.0/0", "http://[fd00::1]/", "-"],
  ["10/8", "http://10.0.1.5/", "~10/8"],
  ["10.0.", "http://10.0.1.5/", "~10.0."],
  ["10.0.1.*", "http://10.0.1.5/", "~10.0.1.*"],
  ["1.5", "http://10.0.1.5/", "1.5"],
  [".1.5", "http://10.0.1.5/", ".1.5"],
  ["fd00:ec2::254", "http://[fd00:ec2::254]/", "fd00:ec2::254"],
  ["FD00:EC2:0::254", "http://[fd00:ec2::254]/", "FD00:EC2:0::254"],
  ["[fd00:ec2::254]", "http://[fd00:ec2::254]/", "~[fd00:ec2::254]"],
  ["[fd00:ec2::254]:80", "http://[fd00:ec2::254]/", "[fd00:ec2::254]:80"],
  ["fe80::1%eth0", "http://[fe80::1]/", "-"],
  ["fe80::/10", "http://[fe80::1%25eth0]/", "-"],
  ["fd00::/8", "http://[fd00:ec2::254]/", "fd00::/8"],
  ["[fd00::]/8", "http://[fd00:ec2::254]/", "~[fd00::]/8"],
  ["::ffff:10.0.0.0/104", "http://10.0.1.5/", "::ffff:10.0.0.0/104"],
  ["10.0.0.0/16", "http://[::ffff:10.0.1.5]/", "10.0.0.0/16"],
  ["bücher.example", "http://bücher.example/", "bücher.example"],
  ["bücher.example", "http://xn--bcher-kva.example/", "bücher.example"],
];

/** A version, the value of `HTTP_PROXY`, and where `http://example.com/` goes. */
const OLD_VALUES: readonly (readonly [string, string, string])[] = [
  ["1.21.13", "socks4://proxy.corp:1080", "http://socks4:80"],
  ["1.22.0", "socks4://proxy.corp:1080", "http://proxy.corp:1080"],
  ["1.19.8", "socks5h://proxy.corp:1080", "http://socks5h:80"],
  ["1.19.8", "ftp://proxy.corp:3128", "http://ftp:80"],
  ["1.19.8", "http://", "http://localhost:80"],
  ["1.19.8", "http:proxy.corp:3128", "http://localhost:80"],
  ["1.19.8", "http:/proxy.corp:3128", "http://localhost:80"],
  ["1.19.8", "//proxy.corp:3128", "http://localhost:80"],
  ["1.19.8", "localhost", "http://localhost:80"],
  ["1.12.8", "http://proxy.corp:abc", "http://http:80"],
  ["1.12.7", "http://proxy.corp:abc", "invalid"],
  ["1.12", "http://proxy.corp:3128\n", "direct"],
  ["1.11", "http://proxy.corp:3128\n", "http://http:80"],
  ["1.11", "http://user:p%ss@proxy.corp:3128", "direct"],
  ["1.10", "http://user:p%ss@proxy.corp:3128", "invalid"],
  ["1.10", "https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["1.9.4", "https://proxy.corp:3128", "http://proxy.corp:3128"],
  ["1.9.4", "https://proxy.corp", "http://proxy.corp:443"],
  ["1.9.3", "http://user:p[w@proxy.corp:3128", "http://http:80"],
  ["1.9.2", "http://user:p[w@proxy.corp:3128", "http://user@proxy.corp:3128"],
];

/** A version, variables, a URL, the route, every step. */
const OLD_VARIABLES: readonly (readonly [string, Row])[] = [
  ["1.16", [{ HTTP_PROXY: PROXY }, "https://example.com/", "direct"]],
  ["1.15.15", [{ HTTP_PROXY: PROXY }, "https://example.com/", PROXY, "proxies HTTP_PROXY"]],
  [
    "1.15.15",
    [{ HTTP_PROXY: OTHER, HTTPS_PROXY: PROXY }, "https://example.com/", PROXY, "proxies HTTPS_PROXY"],
  ],
  [
    "1.15.15",
    [{ HTTP_PROXY: PROXY, HTTPS_PROXY: "%zz" }, "https://example.com/", PROXY, "proxies HTTP_PROXY"],
  ],
  [
    "1.10.8",
    [{ HTTP_PROXY: PROXY, HTTPS_PROXY: "%zz" }, "https://example.com/", "invalid", "breaks HTTPS_PROXY"],
  ],
  [
    "1.15.15",
    [
      { HTTP_PROXY: PROXY, REQUEST_METHOD: "GET" },
      "https://example.com/",
      "invalid",
      "breaks REQUEST_METHOD",
    ],
  ],
  [
    "1.10.8",
    [
      { HTTP_PROXY: "%zz", NO_PROXY: "example.com" },
      "http://example.com/",
      "direct",
      "bypasses NO_PROXY example.com",
    ],
  ],
];

/** A version, a list of exceptions, a URL, and the entry that spares it. */
const OLD_EXCEPTIONS: readonly (readonly [string, string, string, string])[] = [
  ["1.23.6", "1.5", "http://10.0.1.5/", "1.5"],
  ["1.23.7", "1.5", "http://10.0.1.5/", "-"],
  ["1.24.0", ".1.5", "http://10.0.1.5/", ".1.5"],
  ["1.24.1", ".1.5", "http://10.0.1.5/", "~.1.5"],
  ["1.24.0", "example.com", "http://[1000::%25.example.com]:123/", "example.com"],
  ["1.24.1", "example.com", "http://[1000::%25.example.com]:123/", "~example.com"],
  ["1.24.1", "fe80::/10", "http://[fe80::1%25eth0]/", "fe80::/10"],
  ["1.18", "bücher.example", "http://bücher.example/", "bücher.example"],
  ["1.17.13", "bücher.example", "http://bücher.example/", "~bücher.example"],
  ["1.17.13", "xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  ["1.11", "10.0.0.0/16", "http://10.0.1.5/", "10.0.0.0/16"],
  ["1.10.8", "10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["1.10.8", "10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["1.10.8", "1.5", "http://10.0.1.5/", "1.5"],
  ["1.10.8", "*", "http://example.com/", "*"],
  ["1.10.8", "a.example,*", "http://example.com/", "~*"],
  ["1.10.8", "*.example.com", "http://www.example.com/", "~*.example.com"],
  ["1.10.8", ".example.com", "http://example.com/", ".example.com"],
  ["1.10.8", "ample.com", "http://example.com/", "-"],
  ["1.10.8", "example.com:8080", "http://example.com/", "example.com:8080"],
  ["1.10.8", ":80,,", "http://example.com/", "-"],
  ["1.10.8", "[fd00:ec2::254]", "http://[fd00:ec2::254]/", "[fd00:ec2::254]"],
  ["1.10.8", "fd00:ec2::254", "http://[fd00:ec2::254]/", "~fd00:ec2::254"],
];

function sparedRow(list: string, url: string, entry: string): Row {
  const variables = { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, NO_PROXY: list };
  const proxied = `proxies ${url.startsWith("https") ? "HTTPS_PROXY" : "HTTP_PROXY"}`;
  return sparedBy(entry, "NO_PROXY", [variables, url, PROXY, proxied]);
}

describe("go", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(go.decide(environment({ HTTP_PROXY: value }), "http://example.com/"))).toBe(expected);
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(go, row)).toEqual(row);
  });

  test.each(GO_SUITE)("with %j, %s goes by %s", (variables, url, expected) => {
    expect(routeOf(go.decide(environment(variables), url))).toBe(expected);
  });

  test.each(OLD_VALUES)("%s reads the proxy %j as %s", (version, value, expected) => {
    expect(routeOf(go.decide(environment({ HTTP_PROXY: value }), "http://example.com/", version))).toBe(
      expected,
    );
  });

  test.each(OLD_VARIABLES)("%s: %j", (version, row) => {
    expect(answer(go, row, version)).toEqual(row);
  });

  test.each(OLD_EXCEPTIONS)("%s: with the exceptions %j, %s is spared by %s", (version, list, url, entry) => {
    const row = sparedRow(list, url, entry);
    expect(answer(go, row, version)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const row = sparedRow(list, url, entry);
    expect(answer(go, row)).toEqual(row);
  });

  test("names no part of a value that it cannot call", () => {
    const decision = go.decide(environment({ HTTP_PROXY: "<hush>:hush@<hush>:3128" }), "http://example.com/");
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
