const LOOPBACKS = [
  "localhost",
  "[::1]",
  "[::0]",
  "0.0.0.0",
  "127.0.0.0",
  "127.0.0.1",
  "127.0.1.0",
  "127.0.1.1",
  "127.1.0.0",
  "127.1.0.1",
  "127.1.1.0",
  "127.1.1.1",
];

/**
 * The cases of OpenJDK's own test of the exceptions (`test/jdk/java/net/ProxySelector/B8035158.java`): a value
 * of `http.nonProxyHosts`, hosts that go direct, and hosts that are proxied.
 */
export const JAVA_SUITE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["", [], LOOPBACKS],
  ...["google.com", ...LOOPBACKS].map((list) => [list, LOOPBACKS, []] as const),
  ["oracle.com", [], ["137.254.16.101"]],
  ["google.com", [], ["74.125.200.101"]],
  ["google.com|google.ie", ["google.com", "google.ie"], ["google.co.uk"]],
  ["google.com|google.com|google.ie", ["google.ie"], []],
  ["google.com|bing.com|yahoo.com", ["127.0.0.1", "google.com", "bing.com", "yahoo.com"], ["duckduckgo.com"]],
  ...["google.com", "google.co*", "*oogle.com"].flatMap((first) =>
    ["bing.com", "bing.co*", "*ing.com"].map(
      (second) => [`${first}|${second}`, ["google.com", "bing.com"], ["yahoo.com"]] as const,
    ),
  ),
  ["p-proxy.com", ["p-proxy.com"], []],
  ["google.co*|google.ie", ["google.co.uk"], []],
  ["*google.*", ["google.co.uk"], []],
  ["*oracle.com", ["my.oracle.com"], []],
  ["localhost|host.example.com", ["localhost", "host.example.com"], ["google.com"]],
];
