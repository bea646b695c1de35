import { describe, expect, test } from "vitest";
import { wget } from "../../../src/decide/clients/wget.ts";
import { maskCredentials } from "../../../src/model/redact.ts";
import { answer, environment, type Row, routeOf, sparedBy } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";

/** The value of `http_proxy` and `https_proxy`; where `http://example.com/` goes, and `https:` where it differs. */
const VALUES: readonly (readonly [string, string, string?])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/", PROXY],
  ["http://proxy.corp:3128/path?query#fragment", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy.corp:3128/path", PROXY],
  ["proxy.corp", "http://proxy.corp:80"],
  ["proxy.corp/path:x", "http://proxy.corp:80"],
  ["http://proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp:", "http://proxy.corp:80"],
  ["proxy.corp:", "invalid"],
  ["https://proxy.corp", "invalid", "http://proxy.corp:443"],
  ["https://proxy.corp:3128", "invalid", PROXY],
  ["HTTP://PROXY.CORP:3128", PROXY],
  ["socks5://proxy.corp:1080", "invalid"],
  ["ftp://proxy.corp:3128", "invalid"],
  [" http://proxy.corp:3128", "invalid"],
  ["http://proxy.corp:3128 ", "invalid"],
  ["http://proxy.corp:3128\r", "invalid"],
  ["http://proxy.corp\n", "invalid"],
  ["http://proxy.corp ", "invalid"],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:0", "invalid"],
  ["http://proxy.corp:003128", PROXY],
  ['"http://proxy.corp:3128"', "invalid"],
  ["'proxy.corp:3128'", "invalid"],
  ["<proxy-ip:port>", "invalid"],
  ["none", "http://none:80"],
  ["DIRECT", "http://direct:80"],
  ["http://", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  ["http:/proxy.corp:3128", "invalid"],
  ["http:\\\\proxy.corp:3128", "invalid"],
  ["//proxy.corp:3128", "invalid"],
  ["http//proxy.corp:3128", "http://http:80"],
  [":3128", "invalid"],
  ["3128", "http://3128:80"],
  ["-proxy", "invalid"],
  ["localhost:3128", "http://localhost:3128"],
  ["10.9.8.7:3128", "http://10.9.8.7:3128"],
  ["[2001:db8::99]:3128", "invalid"],
  ["http://[2001:DB8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99]x", "invalid"],
  ["http://[2001:db8::99", "invalid"],
  ["http://[2001:db8::xyz]", "invalid"],
  ["user:pw@proxy.corp:3128", "invalid"],
  ["user:123@proxy.corp:3128", "invalid"],
  ["proxy.corp:3128?query", "invalid"],
  ["http://user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user@proxy.corp:3128", PROXY],
  ["http://:pw@proxy.corp:3128", "invalid"],
  ["http://@proxy.corp:3128", "invalid"],
  ["http://us%40er:p;w@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "invalid"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:p#ss@proxy.corp:3128", "invalid"],
  ["http://user:p%ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://dom\\user:pw@proxy.corp:3128", "http://dom\\user@proxy.corp:3128"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["http://%70ROXY.corp:3128", PROXY],
  ["http://pro%0axy.corp:3128", "invalid"],
];

/** Which variable is read. */
const VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ no_proxy: "example.com" }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: "" }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: PROXY, ALL_PROXY: PROXY, all_proxy: PROXY }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY, HTTPS_PROXY: PROXY }, "https://example.com/", "direct"],
  [{ http_proxy: OTHER, https_proxy: PROXY }, "https://example.com/", PROXY, "proxies https_proxy"],
  [{ http_proxy: PROXY, NO_PROXY: "example.com" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY, no_proxy: "" }, "http://example.com./", PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY }, "http://localhost/", PROXY, "proxies http_proxy"],
  [
    { http_proxy: "http:// broken", no_proxy: "com" },
    "http://example.com/",
    "direct",
    "bypasses no_proxy com",
  ],
  [
    { http_proxy: "http:// broken", no_proxy: ".example.com" },
    "http://example.com/",
    "invalid",
    "breaks http_proxy",
    "nearly-bypasses no_proxy .example.com",
  ],
  [{ http_proxy: PROXY, use_proxy: "Off" }, "http://example.com/", "direct", "bypasses use_proxy"],
  [{ http_proxy: PROXY, use_proxy: "yes" }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ http_proxy: PROXY, use_proxy: "maybe" }, "http://example.com/", "invalid", "breaks use_proxy"],
  [{ http_proxy: PROXY }, "gopher://example.com/", "invalid"],
];

/**
 * A list of exceptions, a URL, and the entry that spares it; `~` before one that only seems to, `-` for none. The
 * first are those of wget's own `testenv/Test-no_proxy-env.py`.
 */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["working1.localhost,.working2.localhost", "http://working1.localhost/File1", "working1.localhost"],
  ["working1.localhost,.working2.localhost", "http://www.working1.localhost/File1", "working1.localhost"],
  ["working1.localhost,.working2.localhost", "http://working2.localhost/File1", "~.working2.localhost"],
  ["working1.localhost,.working2.localhost", "http://www.working2.localhost/File1", ".working2.localhost"],
  ["working1.localhost,.working2.localhost", "http://www.example.localhost/File1", "-"],
  ["example.com", "http://notexample.com/", "-"],
  ["ample.com", "http://example.com/", "-"],
  ["EXAMPLE.com", "https://www.Example.COM/", "EXAMPLE.com"],
  ["..example.com", "http://www.example.com/", "~..example.com"],
  ["*.example.com", "http://www.example.com/", "~*.example.com"],
  ["*", "http://example.com/", "~*"],
  ["a, example.com", "http://example.com/", "example.com"],
  ["a,\n\texample.com", "http://example.com/", "example.com"],
  [" example.com", "http://example.com/", "~example.com"],
  ["example.com ,a", "http://example.com/", "~example.com"],
  ["example.com\r", "http://example.com/", "~example.com"],
  ["a example.com", "http://example.com/", "~example.com"],
  ["a;example.com", "http://example.com/", "~example.com"],
  ["example.com:80", "http://example.com/", "~example.com:80"],
  ["http://example.com", "http://example.com/", "~http://example.com"],
  ["example.com.", "http://example.com/", "~example.com."],
  ["a,,b", "http://example.com./", ""],
  ["a,,b", "http://example.com/", "-"],
  ["10.0.1.5", "http://10.0.1.5/", "10.0.1.5"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["10.0.", "http://10.0.1.5/", "~10.0."],
  [".1.5", "http://10.0.1.5/", ".1.5"],
  ["1.5", "http://10.0.1.5/", "1.5"],
  ["0.1.5", "http://10.0.1.5/", "0.1.5"],
  ["127.0.0.1", "http://127.1/", "-"],
  ["fd00:ec2::254", "http://[FD00:EC2::254]/", "fd00:ec2::254"],
  ["[fd00:ec2::254]", "http://[fd00:ec2::254]/", "~[fd00:ec2::254]"],
  ["xn--bcher-kva.example", "http://bücher.example/", "xn--bcher-kva.example"],
  ["bücher.example", "http://bücher.example/", "~bücher.example"],
  ["example.com", "http://user:pw@ex%61mple.com/", "example.com"],
];

/** Version, exceptions, URL, and the entry that spares it. */
const VERSIONS: readonly (readonly [string, string, string, string | undefined])[] = [
  ["1.15", "ample.com", "http://example.com/", "ample.com"],
  ["1.17.1", "example.com", "http://notexample.com/", "example.com"],
  ["1.17.1", ".example.com", "http://www.example.com/", ".example.com"],
  ["1.17.1", ".example.com", "http://example.com/", undefined],
  ["1.17.1", ",", "http://example.com./", undefined],
  ["1.18", "5", "http://10.0.1.5/", "5"],
  ["1.19.4", "ample.com", "http://example.com/", undefined],
  ["1.19.4", "example.com", "http://www.example.com/", "example.com"],
  ["1.19.4", ".example.com", "http://www.example.com/", undefined],
  ["1.19.4", ".example.com", "http://example.com/", undefined],
  ["1.20.3", ".example.com", "http://www.example.com/", ".example.com"],
  ["1.21.4", "ample.com", "http://example.com/", undefined],
];

describe("wget", () => {
  test.each(VALUES.map(([value, plain, secure = plain]) => [value, plain, secure] as const))(
    "reads the proxy %j as %s",
    (value, plain, secure) => {
      const variables = environment({ http_proxy: value, https_proxy: value });
      expect(routeOf(wget.decide(variables, "http://example.com/"))).toBe(plain);
      expect(routeOf(wget.decide(variables, "https://example.com/"))).toBe(secure);
    },
  );

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(wget, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, https_proxy: PROXY, no_proxy: list };
    const proxied = `proxies ${url.startsWith("https") ? "https_proxy" : "http_proxy"}`;
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, proxied]);
    expect(answer(wget, row)).toEqual(row);
  });

  test.each(VERSIONS)("%s with the exceptions %j: %s is spared by %s", (version, list, url, entry) => {
    const { because } = wget.decide(environment({ http_proxy: PROXY, no_proxy: list }), url, version);
    expect(because.find(({ effect }) => effect === "bypasses")?.entry).toBe(entry);
  });

  test.each(["hun;ter2", "hun@ter2", "hun/ter2", "hun#ter2", "hun%ter2", ""])(
    "reads a masked password as it reads %j",
    (password) => {
      const value = `http://user:${password}@proxy.corp:3128`;
      const decide = (text: string) => wget.decide(environment({ http_proxy: text }), "http://example.com/");
      expect(decide(maskCredentials(value))).toEqual(decide(value));
    },
  );

  test.each([
    [["a.example", "example.com"], "direct"],
    [["example.com", "a.example"], "direct"],
    [["example.com", ""], PROXY],
    [["example.com", "", "a.example"], PROXY],
    [["", "example.com"], "direct"],
  ])("adds up the lists %j, from where one is empty: %s", (lists, expected) => {
    const variables = [
      ...environment({ http_proxy: PROXY }),
      ...lists.map((value) => ({ name: "no_proxy", value, origin: "/etc/wgetrc:1" })),
    ];
    expect(routeOf(wget.decide(variables, "http://example.com/"))).toBe(expected);
  });

  test("names no part of a value that it refuses", () => {
    const decision = wget.decide(
      environment({ http_proxy: "http://user:hush@hush:hush@proxy" }),
      "http://example.com/",
    );
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
