import { describe, expect, test } from "vitest";
import { java } from "../../../src/decide/clients/java.ts";
import { JAVA_SUITE } from "./java-suite.ts";
import { answer, environment, type Row, sparedBy } from "./table.ts";

const PROXY = "http://10.0.0.33:3128";
const BOTH =
  "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=10.0.0.33 -Dhttps.proxyPort=3128";
const HTTP = "proxies JVM_OPTS -Dhttp.proxyHost";
const HTTPS = "proxies JVM_OPTS -Dhttps.proxyHost";

/** Words of `JVM_OPTS`, a URL, the route, and every step. */
const OPTIONS: readonly (readonly [string, string, string, ...string[]])[] = [
  ["", "http://example.com/", "direct"],
  [BOTH, "http://example.com/", PROXY, HTTP],
  [BOTH, "https://example.com/", PROXY, HTTPS],
  ["-Dhttp.proxyHost=10.0.0.33", "https://example.com/", "direct"],
  ["-Dhttp.ProxyHost=10.0.0.33", "http://example.com/", "direct"],
  ["-Dhttp.proxyHost=", "http://example.com/", "direct"],
  [
    "-Dhttp.proxyHost= -DproxyHost=p.corp",
    "http://example.com/",
    "http://p.corp:80",
    "proxies JVM_OPTS -DproxyHost",
  ],
  ["-Dhttp.proxyHost=p.corp", "http://example.com/", "http://p.corp:80", HTTP],
  ["-Dhttps.proxyHost=p.corp", "https://example.com/", "http://p.corp:443", HTTPS],
  ["-Dhttps.proxyHost=p.corp -Dhttp.proxyPort=3128", "https://example.com/", "http://p.corp:443", HTTPS],
  ["-Dhttps.proxyHost=p.corp -DproxyPort=3128", "https://example.com/", "http://p.corp:3128", HTTPS],
  [
    "-DproxyHost=p.corp -Dhttps.proxyPort=3128",
    "https://a/",
    "http://p.corp:3128",
    "proxies JVM_OPTS -DproxyHost",
  ],
  [
    "-DproxyHost=p.corp -Dhttps.proxyPort=3128",
    "http://a/",
    "http://p.corp:80",
    "proxies JVM_OPTS -DproxyHost",
  ],
  ["-DsocksProxyHost=s.corp", "https://a/", "socks5://s.corp:1080", "proxies JVM_OPTS -DsocksProxyHost"],
  [
    "-DsocksProxyHost=s.corp -DproxyPort=1",
    "http://a/",
    "socks5://s.corp:1080",
    "proxies JVM_OPTS -DsocksProxyHost",
  ],
  [
    "-DsocksProxyHost=s -DsocksProxyVersion=4",
    "http://a/",
    "socks4://s:1080",
    "proxies JVM_OPTS -DsocksProxyHost",
  ],
  ["-DsocksProxyHost=s -DproxyHost=p", "http://a/", "http://p:80", "proxies JVM_OPTS -DproxyHost"],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=0x0C38", "http://a/", "http://p:3128", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=#c38", "http://a/", "http://p:3128", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=03128", "http://a/", "http://p:80", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=06070", "http://a/", "http://p:3128", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=+3128", "http://a/", "http://p:3128", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=<port>", "http://a/", "http://p:80", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=9999999999", "http://a/", "http://p:80", HTTP],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=65536", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=-1", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=http://10.0.0.33", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=10.0.0.33:3128", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=<proxy-ip>", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=[2001:db8::99]", "http://a/", "http://[2001:db8::99]:80", HTTP],
  ["-Dhttp.proxyHost=P.corp", "http://a/", "http://p.corp:80", HTTP],
  ["-Dhttp.proxyHost=127.1", "http://a/", "http://127.1:80", HTTP],
  ["-Dhttp.proxyHost=0x0a000021", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=prøxy.corp", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  ["-Dhttp.proxyHost=p -Dhttp.proxyPort=3128\r\n", "http://a/", "http://p:80", HTTP],
  ["-Dhttp.proxyHost=p\u00a0-Dhttp.proxyPort=81", "http://a/", "invalid", "breaks JVM_OPTS -Dhttp.proxyHost"],
  // A JVM that is given such words does not start.
  ["-Dhttp.proxyHost=p -Dhttp.nonProxyHosts=a | b", "http://a/", "invalid", "breaks JVM_OPTS |"],
  ['"-Dhttp.proxyHost=p"', "http://a/", "invalid", 'breaks JVM_OPTS "-Dhttp.proxyHost=p"'],
  ["-Xmx1g -Dhttp.proxyHost=p --add-opens java.base/java.net=ALL-UNNAMED", "http://a/", "http://p:80", HTTP],
];

/** `http.nonProxyHosts` (`unset`: none), a URL, and the pattern that spares it; `~` and `-` as in the other tables. */
const EXCEPTIONS: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "example.com"],
  ["example.com", "https://example.com:8443/", "example.com"],
  ["example.com", "http://www.example.com/", "~example.com"],
  ["*.s3.amazonaws.com", "https://bucket.s3.amazonaws.com/", "*.s3.amazonaws.com"],
  ["*.s3.amazonaws.com", "https://s3.amazonaws.com/", "~*.s3.amazonaws.com"],
  ["*s3.amazonaws.com", "https://xs3.amazonaws.com/", "*s3.amazonaws.com"],
  ["www.*", "http://www.example.com/", "www.*"],
  ["*xampl*", "http://www.example.com/", "*xampl*"],
  ["www.*.com", "http://www.example.com/", "~www.*.com"],
  [".example.com", "http://www.example.com/", "~.example.com"],
  ["a.example|*", "http://example.com/", "*"],
  ["EXAMPLE.com", "http://Example.COM/", "EXAMPLE.com"],
  ["a.example,example.com", "http://example.com/", "~example.com"],
  ["||example.com|", "http://example.com/", "example.com"],
  ["example.com", "http://example.com./", "~example.com"],
  ["example.com:80", "http://example.com/", "~example.com:80"],
  ["10.*", "http://10.0.1.5/", "10.*"],
  ["10.0.0.0/16", "http://10.0.1.5/", "~10.0.0.0/16"],
  ["10.0.", "http://10.0.1.5/", "~10.0."],
  ["169.254.169.254", "http://169.254.169.254/latest/", "169.254.169.254"],
  ["[fd00:ec2::254]", "http://[FD00:ec2::254]/", "[fd00:ec2::254]"],
  ["fd00:ec2::254", "http://[fd00:ec2::254]/", "~fd00:ec2::254"],
  ["[fd00:ec2:0::254]", "http://[fd00:ec2::254]:80/", "~[fd00:ec2:0::254]"],
  ["ghe_1", "http://ghe_1/", "ghe_1"],
];

/** `http.nonProxyHosts` (`unset`: no such option), a URL, and the built-in pattern that spares it. */
const BUILT_IN: readonly (readonly [string, string, string])[] = [
  ["unset", "http://localhost/", "localhost"],
  ["unset", "https://LOCALHOST/", "localhost"],
  ["unset", "http://127.1/", "127.*"],
  ["unset", "http://[::1]:8080/", "[::1]"],
  ["unset", "http://0.0.0.0/", "0.0.0.0"],
  ["unset", "http://0x7f000001/", "-"],
  ["unset", "http://localhost./", "-"],
  ["unset", "http://[0:0:0:0:0:0:0:1]/", "-"],
  ["example.com", "http://127.0.0.1/", "127.*"],
  ["", "http://127.0.0.1/", "-"],
  ["", "http://localhost/", "-"],
];

/** Where the options may stand. */
const PLACES: readonly Row[] = [
  [{ http_proxy: PROXY, HTTP_PROXY: PROXY, JAVA_OPTS: BOTH }, "http://example.com/", "direct"],
  [{ JAVA_TOOL_OPTIONS: BOTH }, "http://a/", PROXY, "proxies JAVA_TOOL_OPTIONS -Dhttp.proxyHost"],
  [
    {
      JVM_OPTS: "-Dhttp.proxyHost=b",
      _JAVA_OPTIONS: "-Dhttp.proxyHost=d",
      JAVA_TOOL_OPTIONS: "-Dhttp.proxyHost=a",
    },
    "http://a/",
    "http://d:80",
    "proxies _JAVA_OPTIONS -Dhttp.proxyHost",
  ],
  [
    {
      JVM_OPTS: "-Dhttp.proxyHost=c",
      JDK_JAVA_OPTIONS: "-Dhttp.proxyHost=b",
      JAVA_TOOL_OPTIONS: "-Dhttp.proxyHost=a",
    },
    "http://a/",
    "http://c:80",
    "proxies JVM_OPTS -Dhttp.proxyHost",
  ],
  [
    { JDK_JAVA_OPTIONS: "-Dhttp.proxyHost=b", JAVA_TOOL_OPTIONS: "-Dhttp.proxyHost=a -Dhttp.proxyPort=81" },
    "http://a/",
    "http://b:81",
    "proxies JDK_JAVA_OPTIONS -Dhttp.proxyHost",
  ],
  [{ JAVA_TOOL_OPTIONS: '-Dhttp.proxyHost="p' }, "http://a/", "invalid", "breaks JAVA_TOOL_OPTIONS"],
  [
    { JVM_OPTS: BOTH, JDK_JAVA_OPTIONS: "-Dhttp.nonProxyHosts=a b" },
    "http://a/",
    "invalid",
    "breaks JDK_JAVA_OPTIONS b",
  ],
  [{ JVM_OPTS: BOTH, _JAVA_OPTIONS: "-Dhttp.nonProxyHosts='a | b'" }, "http://c/", PROXY, HTTP],
  [{ JVM_OPTS: `${BOTH} -Dhttps.nonProxyHosts=a` }, "https://a/", PROXY, HTTPS],
  [
    { JVM_OPTS: BOTH, _JAVA_OPTIONS: "-Dhttp.nonProxyHosts=a" },
    "https://a/",
    "direct",
    "bypasses _JAVA_OPTIONS -Dhttp.nonProxyHosts a",
  ],
  [
    { JVM_OPTS: "-DsocksProxyHost=s.corp -Dhttp.nonProxyHosts=a" },
    "http://a/",
    "direct",
    "bypasses JVM_OPTS -Dhttp.nonProxyHosts a",
  ],
  [
    { JVM_OPTS: "-DsocksProxyHost=s.corp -Dhttp.nonProxyHosts=a" },
    "https://a/",
    "socks5://s.corp:1080",
    "proxies JVM_OPTS -DsocksProxyHost",
  ],
  [
    { JVM_OPTS: "-DsocksProxyHost=s.corp -Dhttp.nonProxyHosts=a -DsocksNonProxyHosts=a" },
    "https://a/",
    "direct",
    "bypasses JVM_OPTS -Dhttp.nonProxyHosts a",
    "bypasses JVM_OPTS -DsocksNonProxyHosts a",
  ],
  [
    { JVM_OPTS: "-DsocksProxyHost=s" },
    "https://[::1]/",
    "socks5://s:1080",
    "proxies JVM_OPTS -DsocksProxyHost",
  ],
  [
    { JVM_OPTS: "-DsocksProxyHost=s -DsocksNonProxyHosts=[0:0:0:0:0:0:0:1]" },
    "https://[::1]/",
    "direct",
    "bypasses built-in [::1]",
    "bypasses JVM_OPTS -DsocksNonProxyHosts [0:0:0:0:0:0:0:1]",
  ],
];

describe("java", () => {
  test.each(OPTIONS.map((words) => [words] as const))("%j", ([options, url, route, ...steps]) => {
    const row: Row = [{ JVM_OPTS: options }, url, route, ...steps];
    expect(answer(java, row)).toEqual(row);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { JVM_OPTS: `${BOTH} -Dhttp.nonProxyHosts=${list}` };
    const proxied = [variables, url, PROXY, url.startsWith("https") ? HTTPS : HTTP] as const;
    const row = sparedBy(entry, "JVM_OPTS -Dhttp.nonProxyHosts", proxied);
    expect(answer(java, row)).toEqual(row);
  });

  test.each(BUILT_IN)("with the exceptions %j, %s is spared by the built-in %s", (list, url, entry) => {
    const variables = { JVM_OPTS: list === "unset" ? BOTH : `${BOTH} -Dhttp.nonProxyHosts=${list}` };
    const row: Row =
      entry === "-"
        ? [variables, url, PROXY, HTTP]
        : [variables, url, "direct", `bypasses built-in ${entry}`];
    expect(answer(java, row)).toEqual(row);
  });

  test.each(PLACES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(java, row)).toEqual(row);
  });

  test.each(JAVA_SUITE)(
    "with the exceptions %j, goes direct to %j and not to %j",
    (list, direct, proxied) => {
      const options = `-Dhttp.proxyHost=proxy.example.com -Dhttp.nonProxyHosts=${list}`;
      const goes = (host: string) => java.decide(environment({ JVM_OPTS: options }), `http://${host}`).route;
      expect(direct.filter((host) => goes(host) !== "direct")).toEqual([]);
      expect(proxied.filter((host) => goes(host) !== "proxy")).toEqual([]);
    },
  );

  test.each([
    ["1.8.0_412", { JDK_JAVA_OPTIONS: BOTH }, "direct"],
    ["1.8.0_412", { JDK_JAVA_OPTIONS: "a" }, "direct"],
    ["9", { JDK_JAVA_OPTIONS: BOTH }, "proxy"],
    ["1.8.0_412", { JAVA_TOOL_OPTIONS: BOTH }, "proxy"],
  ] as const)("%s: with %j goes by %s", (version, variables, expected) => {
    expect(java.decide(environment(variables), "http://a/", version).route).toBe(expected);
  });
});
