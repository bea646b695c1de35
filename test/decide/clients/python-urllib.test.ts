import { describe, expect, test } from "vitest";
import { pythonUrllib } from "../../../src/decide/clients/python-urllib.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of both variables, and where `http://example.com/` and `https://example.com/` go. */
const VALUES: readonly (readonly [string, string, string])[] = [
  ["http://proxy.corp:3128", PROXY, PROXY],
  ["http://proxy.corp:3128/", PROXY, PROXY],
  ["http://proxy.corp:3128/path", PROXY, PROXY],
  ["http://proxy.corp:3128?a=b", "invalid", "invalid"],
  ["proxy.corp:3128", PROXY, PROXY],
  ["proxy.corp:3128/", "invalid", "invalid"],
  ["proxy:3128", "http://proxy:3128", "http://proxy:3128"],
  ["proxy.corp", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["http://proxy.corp", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["http://proxy.corp:", "http://proxy.corp:80", "http://proxy.corp:443"],
  ["HTTP://PROXY.CORP:3128", PROXY, PROXY],
  ["https://proxy.corp:3128", PROXY, PROXY],
  ["socks5://proxy.corp:1080", "invalid", "http://proxy.corp:1080"],
  ["socks://proxy.corp", "invalid", "http://proxy.corp:443"],
  ["ftp://proxy.corp:3128", "invalid", PROXY],
  [" http://proxy.corp:3128", "invalid", PROXY],
  ["http://proxy.corp:3128 ", PROXY, PROXY],
  ["http://proxy.corp:3128\r", PROXY, PROXY],
  ["http://proxy.corp:+3_128", PROXY, PROXY],
  ["http://proxy.corp:-3128", "invalid", "invalid"],
  ["http://proxy.corp:abc", "invalid", "invalid"],
  ["http://proxy.corp:65535", "http://proxy.corp:65535", "http://proxy.corp:65535"],
  ["http://proxy.corp:65536", "invalid", "invalid"],
  ["http://proxy.corp:0", "invalid", "invalid"],
  ['"http://proxy.corp:3128"', "invalid", "invalid"],
  ["'proxy.corp:3128'", "invalid", "invalid"],
  ["none", "http://none:80", "http://none:443"],
  ["3128", "http://3128:80", "http://3128:443"],
  ["http://", "invalid", "invalid"],
  ["http:proxy.corp:3128", "invalid", "invalid"],
  ["http:/proxy.corp:3128", "invalid", "invalid"],
  ["//proxy.corp:3128", PROXY, PROXY],
  ["/proxy.corp:3128", "invalid", "invalid"],
  ["http//proxy.corp:3128", "invalid", "invalid"],
  [":3128", "invalid", "invalid"],
  ["http://proxy..corp:3128", "invalid", "invalid"],
  ["http://<proxy-ip>:3128", "invalid", "invalid"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99]", "http://[2001:db8::99]:80", "http://[2001:db8::99]:443"],
  ["http://prøxy.corp:3128", "http://prøxy.corp:3128", "http://prøxy.corp:3128"],
  ["http://proxy%2ecorp:3128", PROXY, PROXY],
  ["user:pw@proxy.corp:3128", "http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", PROXY, PROXY],
  ["http://user:@proxy.corp:3128", PROXY, PROXY],
  ["http://:pw@proxy.corp:3128", PROXY, PROXY],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p#ss@proxy.corp:3128", "http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p%ss@proxy.corp:3128", "http://user@proxy.corp:3128", "http://user@proxy.corp:3128"],
  // Lib/test/test_urllib2.py, test_parse_proxy
  ["http://user/name:pass/word@proxy:22", "http://user/name@proxy:22", "http://user/name@proxy:22"],
  ["joe:password@proxy.corp", "http://joe@proxy.corp:80", "http://joe@proxy.corp:443"],
  ["ftp://joe:password@proxy.corp/rubbish:3128", "invalid", "http://joe@proxy.corp:443"],
  ["file:/proxy.corp/", "invalid", "invalid"],
];

/** Which variables are read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ NO_PROXY: "*" }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTP_PROXY: PROXY }, "http://example.com/", PROXY, "proxies HTTP_PROXY"],
  [{ Http_Proxy: PROXY }, "HTTP://example.com/", PROXY, "proxies Http_Proxy"],
  [{ http_proxy: PROXY, HTTP_PROXY: OTHER }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTP_proxy: PROXY, HTTP_PROXY: OTHER }, "http://example.com/", PROXY, "proxies HTTP_proxy"],
  [{ HTTP_PROXY: PROXY, Http_Proxy: OTHER }, "http://example.com/", OTHER, "proxies Http_Proxy"],
  [{ http_proxy: "", HTTP_PROXY: PROXY }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY, HTTP_PROXY: "" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY }, "https://example.com/", "direct"],
  [{ ALL_PROXY: PROXY, all_proxy: PROXY }, "https://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY, REQUEST_METHOD: "" }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY, REQUEST_METHOD: "GET" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTPS_PROXY: PROXY, REQUEST_METHOD: "GET" }, "https://example.com/", PROXY, "proxies HTTPS_PROXY"],
  [
    { http_proxy: PROXY, NO_PROXY: "example.com", no_proxy: "" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  [
    { http_proxy: PROXY, No_Proxy: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses No_Proxy example.com",
  ],
  [
    { http_proxy: PROXY, no_proxy: "a.example", NO_PROXY: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  // The value is read before the exceptions, and what breaks it later after them.
  [{ http_proxy: "http:/proxy", no_proxy: "*" }, "http://example.com/", "invalid", "breaks http_proxy"],
  [{ http_proxy: "http://a b", no_proxy: "*" }, "http://example.com/", "direct", "bypasses no_proxy *"],
  [
    { http_proxy: "http://proxy:abc", no_proxy: "*.example.com" },
    "http://www.example.com/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy *.example.com",
  ],
  // To a proxy that is spoken to in TLS goes who asks for https, and so perhaps through another.
  [
    { http_proxy: "https://proxy.corp" },
    "http://example.com/",
    "https://proxy.corp:443",
    "proxies http_proxy",
  ],
  [
    { http_proxy: "https://proxy.corp", https_proxy: OTHER },
    "http://example.com/",
    OTHER,
    "proxies https_proxy",
    "proxies http_proxy",
  ],
  [
    { http_proxy: "https://proxy.corp", https_proxy: OTHER, no_proxy: "corp" },
    "http://example.com/",
    "https://proxy.corp:443",
    "proxies http_proxy",
  ],
  [
    { http_proxy: "https://proxy.corp", https_proxy: "http:/other" },
    "http://example.com/",
    "invalid",
    "breaks https_proxy",
  ],
  [
    { http_proxy: "https://proxy.corp:a", https_proxy: OTHER },
    "http://example.com/",
    "invalid",
    "breaks http_proxy",
  ],
  [{ http_proxy: PROXY }, "http://bücher.example/", "invalid", "breaks http_proxy"],
];

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "http://www.example.com/", "example.com"],
  ["ample.com", "http://example.com/", "-"],
  [".example.com", "http://example.com/", ".example.com"],
  ["..example.com", "https://www.example.com/", "..example.com"],
  ["*.example.com", "http://www.example.com/", "~*.example.com"],
  ["*", "https://example.com/", "*"],
  ["a.example,*", "https://example.com/", "~*"],
  [" *", "https://example.com/", "~*"],
  ["a.example,\texample.com \r\n", "http://example.com/", "example.com"],
  ["a.example example.com", "http://example.com/", "~example.com"],
  ["EXAMPLE.com", "http://example.COM/", "EXAMPLE.com"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["example.com", "http://example.com./", "~example.com"],
  [".", "http://example.com./", "."],
  ["example.com:80", "http://example.com/", "~example.com:80"],
  ["example.com:8080", "http://www.example.com:8080/", "example.com:8080"],
  ["example.com", "http://example.com:8080/", "example.com"],
  ["10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["1.5", "http://10.0.1.5/", "1.5"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["169.254.0.0/16", "http://169.254.169.254/", "~169.254.0.0/16"],
  ["", "http://localhost/", "-"],
  ["[fd00:ec2::254]", "http://[fd00:ec2::254]/", "[fd00:ec2::254]"],
  ["fd00:ec2::254", "http://[fd00:ec2::254]/", "~fd00:ec2::254"],
  ["fd00::/8", "http://[fd00:ec2::254]/", "~fd00::/8"],
  ["example.com", "http://user@example.com/", "~example.com"],
  ["ex%61mple.com", "http://ex%61mple.com/", "-"],
  ["example.com", "http://ex%61mple.com/", "example.com"],
  // Lib/test/test_urllib.py, ProxyTests
  ["localhost, anotherdomain.com, newdomain.com:1234, .d.o.t", "http://LocalHost/", "localhost"],
  ["localhost, anotherdomain.com, newdomain.com:1234, .d.o.t", "http://prelocalhost/", "-"],
  ["localhost, anotherdomain.com, newdomain.com:1234, .d.o.t", "http://foo.d.o.t/", ".d.o.t"],
  ["localhost, anotherdomain.com, newdomain.com:1234, .d.o.t", "http://d.o.t/", ".d.o.t"],
  ["localhost, anotherdomain.com, .d.o.t", "http://anotherdomain.com:8888/", "anotherdomain.com"],
  ["newdomain.com:1234", "http://www.newdomain.com:1234/", "newdomain.com:1234"],
  ["newdomain.com:1234", "http://newdomain.com:1235/", "-"],
  ["*, anotherdomain.com", "http://anotherdomain.com/", "anotherdomain.com"],
];

/** What older versions do otherwise: the version, the settings, the URL and the route. */
const VERSIONS: readonly (readonly [string, Record<string, string>, string, string])[] = [
  // bpo-39057, bpo-29142: a leading dot
  ["3.5.4", { http_proxy: PROXY, no_proxy: ".example.com" }, "http://www.example.com/", "direct"],
  ["3.5.2", { http_proxy: PROXY, no_proxy: ".example.com" }, "http://www.example.com/", PROXY],
  ["2.7.14", { http_proxy: PROXY, no_proxy: ".example.com" }, "http://www.example.com/", "direct"],
  ["2.7.12", { http_proxy: PROXY, no_proxy: ".example.com" }, "http://www.example.com/", PROXY],
  ["2.7.12", { http_proxy: PROXY, no_proxy: "example.com" }, "http://www.example.com/", "direct"],
  // bpo-26864: any suffix, in its own case
  ["2.7.6", { http_proxy: PROXY, no_proxy: ".example.com" }, "http://www.example.com/", "direct"],
  ["2.7.6", { http_proxy: PROXY, no_proxy: "ample.com" }, "http://example.com/", "direct"],
  ["3.4.3", { http_proxy: PROXY, no_proxy: "EXAMPLE.com" }, "http://example.com/", PROXY],
  ["3.5.2", { http_proxy: PROXY, no_proxy: "ample.com" }, "http://example.com/", PROXY],
  // bpo-26804: lower case comes first
  ["3.5.2", { http_proxy: PROXY, HTTP_PROXY: OTHER }, "http://example.com/", PROXY],
  ["3.4.3", { http_proxy: PROXY, HTTP_PROXY: OTHER }, "http://example.com/", OTHER],
  // bpo-23328: a slash in the password
  [
    "3.8.8",
    { http_proxy: "http://user:p/ss@proxy.corp:3128" },
    "http://example.com/",
    `http://user@proxy.corp:3128`,
  ],
  ["3.7.16", { http_proxy: "http://user:p/ss@proxy.corp:3128" }, "http://example.com/", "invalid"],
];

describe("python-urllib", () => {
  test.each(VALUES)("reads the proxy %j as %s, and for https as %s", (value, plain, secure) => {
    const route = (scheme: string) =>
      routeOf(pythonUrllib.decide(environment({ [`${scheme}_proxy`]: value }), `${scheme}://example.com/`));
    const overTls = value.startsWith("https:") ? plain.replace("http:", "https:") : plain;
    expect([route("http"), route("https")]).toEqual([overTls, secure]);
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(pythonUrllib, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, https_proxy: PROXY, no_proxy: list };
    const proxied = `proxies ${url.startsWith("https") ? "https_proxy" : "http_proxy"}`;
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, proxied]);
    expect(answer(pythonUrllib, row)).toEqual(row);
  });

  test.each(VERSIONS)("of Python %s, with %j, goes to %s by %s", (version, variables, url, route) => {
    expect(routeOf(pythonUrllib.decide(environment(variables), url, version))).toBe(route);
  });

  test("names no part of a value that it cannot call", () => {
    const decision = pythonUrllib.decide(
      environment({ http_proxy: "hush:hush@<hush>:hush" }),
      "http://example.com/",
    );
    expect(decision.route).toBe("invalid");
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
