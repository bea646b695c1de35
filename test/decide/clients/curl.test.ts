import { describe, expect, test } from "vitest";
import { curl } from "../../../src/decide/clients/curl.ts";
import { answer, environment, type Row, routeOf } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `http_proxy`, and where `http://example.com/` goes. */
const VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/", PROXY],
  ["http://proxy.corp:3128/path?query#fragment", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy.corp:3128/", PROXY],
  ["proxy.corp", "http://proxy.corp:1080"],
  ["http://proxy.corp", "http://proxy.corp:1080"],
  ["http://proxy.corp:", "http://proxy.corp:1080"],
  ["proxy.corp:", "invalid"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", PROXY],
  ["socks://proxy.corp", "socks4://proxy.corp:1080"],
  ["socks4://proxy.corp", "socks4://proxy.corp:1080"],
  ["socks4a://proxy.corp", "socks4a://proxy.corp:1080"],
  ["socks5://proxy.corp:9050", "socks5://proxy.corp:9050"],
  ["SOCKS5H://proxy.corp", "socks5h://proxy.corp:1080"],
  ["ftp://proxy.corp:3128", "invalid"],
  ["constructor://proxy.corp:3128", "invalid"],
  ["ftp.corp:3128", "invalid"],
  ["http://ftp.corp:3128", "http://ftp.corp:3128"],
  [" http://proxy.corp:3128", "invalid"],
  ["http://proxy.corp:3128 ", "invalid"],
  ["http://proxy.corp:3128\n", "invalid"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["http://<proxy-ip:port>", "invalid"],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:65535", "http://proxy.corp:65535"],
  ["http://proxy.corp:65536", "invalid"],
  ["http://proxy.corp:0", "invalid"],
  ["http://proxy.corp:003128", PROXY],
  ["http://", "invalid"],
  ["http://:3128", "invalid"],
  [":3128", "invalid"],
  ["//proxy.corp:3128", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  ["http:/proxy.corp:3128", PROXY],
  ["http:///proxy.corp:3128", PROXY],
  ["http:////proxy.corp:3128", "invalid"],
  ["http//proxy.corp:3128", "http://http:1080"],
  ["none", "http://none:1080"],
  ["3128", "http://0.0.12.56:1080"],
  ["http://0x0a.0.0.33:3128", "http://10.0.0.33:3128"],
  ["http://010.0.258:3128", "http://8.0.1.2:3128"],
  ["http://10.0.0.256:3128", "http://10.0.0.256:3128"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99]", "http://[2001:db8::99]:1080"],
  ["http://[2001:db8::99", "invalid"],
  ["http://2001:db8::99:3128", "invalid"],
  ["user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "invalid"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:p#ss@proxy.corp:3128", "invalid"],
  ["http://user:p%ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://%70roxy.corp:3128", PROXY],
  ["http://pro%0axy.corp:3128", "invalid"],
];

/** Which variable is read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ no_proxy: "example.com" }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTP_PROXY: PROXY }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY, ALL_PROXY: OTHER }, "http://example.com/", OTHER, "proxies ALL_PROXY"],
  [{ http_proxy: PROXY }, "https://example.com/", "direct"],
  [{ HTTPS_PROXY: PROXY }, "https://example.com/", PROXY, "proxies HTTPS_PROXY"],
  [{ HTTPS_PROXY: OTHER, https_proxy: PROXY }, "https://example.com/", PROXY, "proxies https_proxy"],
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, "https://example.com/", PROXY, "proxies HTTPS_PROXY"],
  [{ https_proxy: "", all_proxy: PROXY }, "https://example.com/", PROXY, "proxies all_proxy"],
  [{ ALL_PROXY: OTHER, all_proxy: PROXY }, "https://example.com/", PROXY, "proxies all_proxy"],
  [{ Https_Proxy: PROXY }, "https://example.com/", "direct"],
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
    "direct",
    "bypasses NO_PROXY example.com",
  ],
  [
    { http_proxy: PROXY, no_proxy: "other.example", NO_PROXY: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  [{ http_proxy: "http:// broken", no_proxy: "*" }, "http://example.com/", "direct", "bypasses no_proxy *"],
  [
    { http_proxy: "http:// broken", no_proxy: "*.example.com" },
    "http://www.example.com/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy *.example.com",
  ],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "http://www.example.com/", "example.com"],
  ["example.com", "http://notexample.com/", "-"],
  ["www.example.com", "http://example.com/", "-"],
  [".example.com", "http://example.com/", ".example.com"],
  [".example.com", "https://www.example.com/", ".example.com"],
  ["..example.com", "http://example.com/", "~..example.com"],
  ["*.s3.amazonaws.com", "https://bucket.s3.amazonaws.com/", "~*.s3.amazonaws.com"],
  ["*", "https://example.com/", "*"],
  [" *", "https://example.com/", "~*"],
  ["a.example,*", "https://example.com/", "~*"],
  ["a b,example.com", "http://example.com/", "example.com"],
  ["a.example, ,,\texample.com", "http://example.com/", "example.com"],
  ["a.example|example.com", "http://example.com/", "~example.com"],
  ["example.com\n", "http://example.com/", "~example.com"],
  ["EXAMPLE.com", "http://example.COM/", "EXAMPLE.com"],
  ["example.com.", "http://example.com/", "example.com."],
  ["example.com", "http://example.com./", "example.com"],
  ["example.com..", "http://example.com/", "~example.com.."],
  ["example.com:80", "http://example.com/", "~example.com:80"],
  ["example.com:8080", "http://example.com/", "-"],
  ["example.com:8080", "http://example.com:8080/", "~example.com:8080"],
  ["http://example.com", "http://example.com/", "~http://example.com"],
  ['"example.com', "http://example.com/", '~"example.com'],
  ["10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["1.5", "http://10.0.1.5/", "-"],
  ["10.0.", "http://10.0.1.5/", "~10.0."],
  ["10.0.1.*", "http://10.0.1.5/", "~10.0.1.*"],
  ["10.0.0.0/16", "http://10.0.1.5/", "10.0.0.0/16"],
  ["10.0.0.0/16", "http://10.1.1.5/", "-"],
  ["10.0.0.0/16a", "http://10.0.1.5/", "10.0.0.0/16a"],
  ["10.0.0.0/0", "http://10.0.1.5/", "~10.0.0.0/0"],
  ["10.0.1.5/32", "http://10.0.1.5/", "10.0.1.5/32"],
  ["10.0.1.5/0", "http://10.0.1.5/", "10.0.1.5/0"],
  ["10.0.1.5/", "http://10.0.1.5/", "10.0.1.5/"],
  ["10.0.0.0/33", "http://10.0.1.5/", "-"],
  ["10.0.0.0/-1", "http://10.0.1.5/", "-"],
  ["10/8", "http://10.0.1.5/", "~10/8"],
  ["10.0.1.5", "http://10.0.1.5./", "10.0.1.5"],
  ["127.0.0.1", "http://127.1/", "127.0.0.1"],
  ["127.0.0.0/8", "http://0x7f000001/", "127.0.0.0/8"],
  ["8.0.1.5", "http://010.0.1.5/", "8.0.1.5"],
  ["", "http://localhost/", "-"],
  ["localhost", "http://foo.localhost/", "localhost"],
  ["fd00:ec2::254", "http://[fd00:ec2::254]/", "fd00:ec2::254"],
  ["[fd00:ec2::254]", "http://[fd00:ec2::254]/", "~[fd00:ec2::254]"],
  ["fd00:ec2::254", "http://[FD00:EC2:0:0:0:0:0:254]/", "fd00:ec2::254"],
  ["fd00:ec2:0::254", "http://[fd00:ec2::254]/", "~fd00:ec2:0::254"],
  ["::ffff:a00:105", "http://[::ffff:a00:105]/", "::ffff:a00:105"],
  ["::ffff:10.0.1.5", "http://[::ffff:a00:105]/", "~::ffff:10.0.1.5"],
  ["::ffff:10.0.1.5", "http://[0:0:0:0:0:ffff:a00:105]/", "::ffff:10.0.1.5"],
  ["fd00::/8", "http://[fd00:ec2::254]/", "~fd00::/8"],
  ["xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  ["bücher.example", "http://bücher.example/", "~bücher.example"],
];

describe("curl", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(curl.decide(environment({ http_proxy: value }), "http://example.com/"))).toBe(expected);
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(curl, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, https_proxy: PROXY, no_proxy: list };
    const proxied = `proxies ${url.startsWith("https") ? "https_proxy" : "http_proxy"}`;
    const row: Row =
      entry === "-"
        ? [variables, url, PROXY, proxied]
        : entry.startsWith("~")
          ? [variables, url, PROXY, proxied, `nearly-bypasses no_proxy ${entry.slice(1)}`]
          : [variables, url, "direct", `bypasses no_proxy ${entry}`];
    expect(answer(curl, row)).toEqual(row);
  });

  test("compares no entry of 128 characters or more with an address", () => {
    const url = "http://10.0.1.5/";
    const spares = (bits: string) =>
      curl.decide(environment({ http_proxy: PROXY, no_proxy: `10.0.1.5/${bits}` }), url);
    expect(spares("0".repeat(118)).route).toBe("direct");
    expect(spares("0".repeat(119)).route).toBe("proxy");
  });

  test("names no part of a value that it refuses", () => {
    const decision = curl.decide(
      environment({ http_proxy: "http://user:hush@hush:hush@proxy" }),
      "http://example.com/",
    );
    expect(JSON.stringify(decision)).not.toContain("hush");
  });

  test("takes many stars in a list without delay", () => {
    const list = `${"*a".repeat(140)},${"*".repeat(299)}b`;
    const url = `http://${"a".repeat(60)}.example/`;
    expect(curl.decide(environment({ http_proxy: PROXY, no_proxy: list }), url).route).toBe("proxy");
  });
});
