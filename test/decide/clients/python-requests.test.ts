import { describe, expect, test } from "vitest";
import { pythonRequests } from "../../../src/decide/clients/python-requests.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `https_proxy`, and where `https://example.com/` goes. */
const VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/", PROXY],
  ["http://proxy.corp:3128/path?a=b#c", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy.corp:3128/", PROXY],
  ["proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp:", "http://proxy.corp:80"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", PROXY],
  // A name without dots passes for a scheme.
  ["proxy:3128", "invalid"],
  ["localhost:3128", "invalid"],
  ["http://localhost:3128", "http://localhost:3128"],
  ["proxy", "http://proxy:80"],
  ["10.9.8.7:3128", "http://10.9.8.7:3128"],
  ["socks5://proxy.corp:1080", "invalid"],
  ["socks5h://proxy.corp:1080", "invalid"],
  ["ftp://proxy.corp:3128", "invalid"],
  ["constructor://proxy.corp:3128", "invalid"],
  [" http://proxy.corp:3128", "invalid"],
  ["http://proxy.corp:3128 ", "invalid"],
  ["http://proxy.corp:3128\r", "invalid"],
  ["http://proxy.corp:3128\n", PROXY],
  ["http://proxy.corp\n", "invalid"],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:03128", PROXY],
  ["http://proxy.corp:0", "http://proxy.corp:80"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
  ["none", "http://none:80"],
  ["3128", "http://3128:80"],
  ["http://", "invalid"],
  ["http://:3128", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  // tests/test_requests.py, test_proxy_error_on_bad_url
  ["http:/badproxyurl:3128", "invalid"],
  ["http://:8080", "invalid"],
  ["https://", "invalid"],
  ["http:///example.com:8080", "invalid"],
  ["//proxy.corp:3128", PROXY],
  ["http//proxy.corp:3128", "http://http:80"],
  [":3128", "invalid"],
  ["http://proxy..corp:3128", "invalid"],
  ["http://proxy.corp.:3128", "http://proxy.corp.:3128"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:DB8::99]", "http://[2001:db8::99]:80"],
  ["http://[2001:db8::99%25eth0]:3128", "http://[2001:db8::99%eth0]:3128"],
  ["http://[2001:db8::99", "invalid"],
  ["http://[2001:db8]:3128", "invalid"],
  ["http://2001:db8::99:3128", "invalid"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["user:pw@proxy.corp:3128", "invalid"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p%ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:p#ss@proxy.corp:3128", "invalid"],
  ["http://dom\\user:pw@proxy.corp:3128", "http://dom:80"],
  ["http://user:pw@", "invalid"],
  // tests/test_requests.py, test_proxy_auth and test_proxy_auth_empty_pass
  ["http://user:@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", PROXY],
  ["http://:pw@proxy.corp:3128", PROXY],
];

/** Which variables are read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ no_proxy: "*" }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY }, "http://example.com/", PROXY, "proxies HTTP_PROXY"],
  [{ http_proxy: PROXY, HTTP_PROXY: OTHER }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: "", HTTP_PROXY: PROXY }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "https://example.com/", "direct"],
  [{ ALL_PROXY: PROXY }, "https://example.com/", PROXY, "proxies ALL_PROXY"],
  [{ all_proxy: PROXY, ALL_PROXY: OTHER }, "https://example.com/", PROXY, "proxies all_proxy"],
  [{ all_proxy: PROXY, HTTPS_PROXY: OTHER }, "https://example.com/", OTHER, "proxies HTTPS_PROXY"],
  [{ HTTP_PROXY: PROXY, REQUEST_METHOD: "GET" }, "http://example.com/", "direct"],
  [
    { HTTP_PROXY: PROXY, all_proxy: OTHER, REQUEST_METHOD: "GET" },
    "http://example.com/",
    OTHER,
    "proxies all_proxy",
  ],
  [
    { http_proxy: PROXY, no_proxy: "", NO_PROXY: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses NO_PROXY example.com",
  ],
  [
    { http_proxy: PROXY, No_Proxy: "EXAMPLE.com" },
    "http://example.com/",
    "direct",
    "bypasses No_Proxy EXAMPLE.com",
  ],
  [
    { http_proxy: PROXY, no_proxy: "a.example", NO_PROXY: "example.com" },
    "http://example.com/",
    PROXY,
    "proxies http_proxy",
  ],
  [{ http_proxy: "http:/broken", no_proxy: "*" }, "http://example.com/", "direct", "bypasses no_proxy *"],
  [
    { http_proxy: "proxy:3128", no_proxy: "*.example.com" },
    "http://www.example.com/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy *.example.com",
  ],
];

/** The list of tests/test_utils.py, test_should_bypass_proxies. */
const ITS_OWN = "192.168.0.0/24,127.0.0.1,localhost.localdomain,172.16.1.1, google.com:6000";

/** A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  [ITS_OWN, "http://192.168.0.1:5000/", "192.168.0.0/24"],
  [ITS_OWN, "http://172.16.1.1:5000/", "172.16.1.1"],
  [ITS_OWN, "http://user:pass@172.16.1.1", "172.16.1.1"],
  [ITS_OWN, "http://localhost.localdomain:5000/v1.0/", "localhost.localdomain"],
  [ITS_OWN, "http://google.com:6000/", "google.com:6000"],
  [ITS_OWN, "http://172.16.1.12/", "-"],
  [ITS_OWN, "http://192.168.1.1/", "-"],
  [ITS_OWN, "http://google.com:5000/v1.0/", "-"],
  ["example.com", "http://www.EXAMPLE.com/", "example.com"],
  ["ample.com", "http://example.com/", "ample.com"],
  [".example.com", "http://example.com/", ".example.com"],
  ["EXAMPLE.com", "http://example.com/", "EXAMPLE.com"],
  ["*.example.com", "http://www.example.com/", "~*.example.com"],
  ["*", "http://example.com/", "*"],
  ["a.example,*", "http://example.com/", "~*"],
  ["exam ple.com", "http://example.com/", "exam ple.com"],
  ["a.example example.com", "http://example.com/", "~example.com"],
  ["example.com\n", "http://example.com/", "example.com"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["example.com:80", "http://example.com/", "~example.com:80"],
  [":8080", "http://example.com:8080/", ":8080"],
  ["10.0.0.0/16", "http://10.0.1.5/", "10.0.0.0/16"],
  ["10.0.0.0/16", "http://10.1.1.5/", "-"],
  ["10.0.0.0/16\r", "http://10.0.1.5/", "10.0.0.0/16"],
  ["10.0.0.0\r/16", "http://10.0.1.5/", "10.0.0.0\r/16"],
  ["10/8", "http://10.0.1.5/", "~10/8"],
  ["10/8", "http://0.0.0.11/", "10/8"],
  ["10.0.0.0/+1_6", "http://10.0.1.5/", "10.0.0.0/+1_6"],
  ["0.0.0.0/1", "http://10.0.1.5/", "0.0.0.0/1"],
  ["0.0.0.0/0", "http://10.0.1.5/", "~0.0.0.0/0"],
  ["10.0.0.0/33", "http://10.0.1.5/", "-"],
  ["10.0.0.0/16/16", "http://10.0.1.5/", "-"],
  ["1.5", "http://10.0.1.5/", "1.5"],
  ["127.0.0.0/8", "http://127.1/", "127.0.0.0/8"],
  ["127.0.0.1", "http://127.1/", "-"],
  ["10.0.0.0/8", "http://10.0.1.5.example/", "-"],
  ["::1", "http://[::1]/", "::1"],
  ["[::1]", "http://[::1]/", "~[::1]"],
  ["::1:8080", "http://[::1]:8080/", "::1:8080"],
  ["fd00::/8", "http://[fd00::1]/", "~fd00::/8"],
  ["xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  ["bücher.example", "http://bücher.example/", "~bücher.example"],
];

/** What other versions do: the version, the settings, the URL and the route. */
const VERSIONS: readonly (readonly [string, Record<string, string>, string, string])[] = [
  // tests/test_utils.py, test_should_bypass_proxies_no_proxy_domain_boundary
  ["2.34.2", { http_proxy: PROXY, no_proxy: "localhost" }, "http://prelocalhost/", PROXY],
  ["2.33.1", { http_proxy: PROXY, no_proxy: "localhost" }, "http://prelocalhost/", "direct"],
  ["2.34.2", { http_proxy: PROXY, no_proxy: ".d.o.t" }, "http://d.o.t/", "direct"],
  [
    "2.34.2",
    { http_proxy: PROXY, no_proxy: "newdomain.com:1234" },
    "http://www.newdomain.com:1234/",
    "direct",
  ],
  ["2.34.2", { http_proxy: PROXY, no_proxy: ":8080" }, "http://example.com:8080/", PROXY],
  // Schemes that are missing, by `urlparse` until 2.26
  ["2.26.0", { https_proxy: "proxy.corp:3128" }, "https://example.com/", "invalid"],
  ["2.26.0", { https_proxy: "proxy.corp" }, "https://example.com/", "http://proxy.corp:80"],
  ["2.26.0", { https_proxy: "http:proxy.corp:3128" }, "https://example.com/", PROXY],
  ["2.26.0", { https_proxy: "http://proxy.corp:3128\r" }, "https://example.com/", PROXY],
  ["2.22.0", { https_proxy: "proxy.corp:3128" }, "https://example.com/", PROXY],
  ["2.22.0", { https_proxy: "proxy:3128" }, "https://example.com/", "http://proxy:3128"],
  ["2.22.0", { https_proxy: "user:pw@proxy.corp:3128" }, "https://example.com/", "invalid"],
  ["2.9.1", { https_proxy: "proxy:3128" }, "https://example.com/", "http://proxy:3128"],
  [
    "2.9.1",
    { https_proxy: "http://dom\\u:pw@proxy.corp:3128" },
    "https://example.com/",
    "http://dom\\u@proxy.corp:3128",
  ],
  ["2.9.1", { https_proxy: "http://proxy.corp:a" }, "https://example.com/", "invalid"],
  ["2.9.1", { https_proxy: "http://proxy.corp:65536" }, "https://example.com/", "invalid"],
  ["2.9.1", { https_proxy: "http://[2001:db8::99" }, "https://example.com/", "invalid"],
  [
    "2.9.1",
    { https_proxy: "http://[2001:db8::99]:3128" },
    "https://example.com/",
    "http://[2001:db8::99]:3128",
  ],
  ["2.2.1", { https_proxy: "proxy.corp:3128" }, "https://example.com/", "invalid"],
  ["2.2.1", { https_proxy: "http://proxy.corp:3128" }, "https://example.com/", PROXY],
  // A proxy of the scheme https
  ["2.25.1", { https_proxy: "https://proxy.corp" }, "https://example.com/", "https://proxy.corp:443"],
  ["2.22.0", { https_proxy: "https://proxy.corp" }, "https://example.com/", "http://proxy.corp:443"],
  ["2.22.0", { http_proxy: "https://proxy.corp" }, "http://example.com/", "http://proxy.corp:443"],
  // ALL_PROXY
  ["2.11.1", { https_proxy: PROXY, ALL_PROXY: OTHER }, "https://example.com/", OTHER],
  ["2.10.0", { ALL_PROXY: OTHER }, "https://example.com/", "direct"],
  ["2.10.0", { https_proxy: PROXY, ALL_PROXY: OTHER }, "https://example.com/", PROXY],
  // A user name without a password
  ["2.11.1", { https_proxy: "http://user:@proxy.corp:3128" }, "https://example.com/", PROXY],
  // What is compared
  ["2.18.4", { http_proxy: PROXY, no_proxy: "[fd00::1]" }, "http://[fd00::1]/", "direct"],
  ["2.19.0", { http_proxy: PROXY, no_proxy: "[fd00::1]" }, "http://[fd00::1]/", PROXY],
  ["2.18.4", { http_proxy: PROXY, no_proxy: "10.0.0.0/8" }, "http://10.0.1.5:8080/", "direct"],
  // An empty entry
  ["2.7.0", { http_proxy: PROXY, no_proxy: "a.example," }, "http://example.com/", "direct"],
  ["2.7.0", { http_proxy: PROXY, no_proxy: "a.example," }, "http://10.0.1.5/", PROXY],
  ["2.8.0", { http_proxy: PROXY, no_proxy: "a.example," }, "http://example.com/", PROXY],
];

describe("python-requests", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(pythonRequests.decide(environment({ https_proxy: value }), "https://example.com/"))).toBe(
      expected,
    );
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(pythonRequests, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, no_proxy: list };
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, "proxies http_proxy"]);
    expect(answer(pythonRequests, row)).toEqual(row);
  });

  test.each(VERSIONS)("of version %s, with %j, goes to %s by %s", (version, variables, url, route) => {
    expect(routeOf(pythonRequests.decide(environment(variables), url, version))).toBe(route);
  });

  test("names no part of a value that it cannot call", () => {
    const decision = pythonRequests.decide(
      environment({ http_proxy: "http://hush:hush@<hush>:3128" }),
      "http://example.com/",
    );
    expect(decision.route).toBe("invalid");
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
