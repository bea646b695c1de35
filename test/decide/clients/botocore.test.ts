import { describe, expect, test } from "vitest";
import { botocore } from "../../../src/decide/clients/botocore.ts";
import { answer, environment, type Row, routeOf } from "./table.ts";

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:3128";
const S3 = "https://s3.us-east-1.amazonaws.com/";
const METADATA = "http://169.254.169.254/";

/** The value of `https_proxy`, and where S3 is called. */
const VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/path?a=b", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy:3128", "http://proxy:3128"],
  // tests/unit/test_http_session.py, test_proxy_for_url_no_slashes and test_proxy_for_url_no_protocol
  ["localhost:8081/", "http://localhost:8081"],
  ["//localhost:8081/", "http://localhost:8081"],
  ["proxy.corp", "http://proxy.corp:80"],
  ["http://proxy.corp:", "http://proxy.corp:80"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["https://proxy.corp:3128", "https://proxy.corp:3128"],
  ["HTTP://PROXY.CORP:3128", "http://http:80"],
  ["socks5://proxy.corp:1080", "http://socks5:80"],
  ["ftp://proxy.corp:3128", "http://ftp:80"],
  [" http://proxy.corp:3128", "invalid"],
  ["http://proxy.corp:3128 ", "invalid"],
  ["http://proxy.corp:3128\n", PROXY],
  ["http://proxy.corp:abc", "invalid"],
  ["http://proxy.corp:99999", "invalid"],
  ["http://proxy.corp:0", "http://proxy.corp:80"],
  ['"http://proxy.corp:3128"', "invalid"],
  ["none", "http://none:80"],
  ["http://", "invalid"],
  ["http://:3128", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  ["http:/proxy.corp:3128", "invalid"],
  ["http//proxy.corp:3128", "http://http:80"],
  [":3128", "invalid"],
  ["3128", "http://3128:80"],
  ["[2001:db8::99]:3128", "http://[2001:db8::99]:3128"],
  ["http://[2001:db8::99", "invalid"],
  ["http://prøxy.corp:3128", "http://xn--prxy-hra.corp:3128"],
  ["user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://us%40er:***@proxy.corp:3128", "http://us%40er@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://user:@proxy.corp:3128", PROXY],
  ["http://user@proxy.corp:3128", PROXY],
  ["http://:pw@proxy.corp:3128", PROXY],
];

/** Which variables are read, and what spares an endpoint. */
const ROWS: readonly Row[] = [
  [{}, S3, "direct"],
  [{ https_proxy: PROXY, HTTPS_PROXY: OTHER }, S3, PROXY, "proxies https_proxy"],
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, S3, "direct"],
  [{ http_proxy: PROXY, ALL_PROXY: OTHER }, S3, "direct"],
  [{ https_proxy: PROXY }, "https://under_score.example/", "invalid"],
  [{ https_proxy: PROXY }, "https://[fd00::1]/", PROXY, "proxies https_proxy"],
  [{ HTTPS_PROXY: PROXY, NO_PROXY: "*" }, S3, "direct", "bypasses NO_PROXY *"],
  [{ https_proxy: PROXY, no_proxy: "a, .amazonaws.com" }, S3, "direct", "bypasses no_proxy .amazonaws.com"],
  [
    { https_proxy: PROXY, no_proxy: "*.amazonaws.com" },
    S3,
    PROXY,
    "proxies https_proxy",
    "nearly-bypasses no_proxy *.amazonaws.com",
  ],
  // The bucket's name is compared with nothing: requests to it go the way of the endpoint.
  [{ https_proxy: PROXY, no_proxy: "bucket.s3.us-east-1.amazonaws.com" }, S3, PROXY, "proxies https_proxy"],
  [
    { https_proxy: "http:/proxy", no_proxy: "s3.us-east-1.amazonaws.com" },
    S3,
    "direct",
    "bypasses no_proxy s3.us-east-1.amazonaws.com",
  ],
  [
    { https_proxy: PROXY, no_proxy: "localhost:4566" },
    "https://localhost:4566/",
    "direct",
    "bypasses no_proxy localhost:4566",
  ],
  [{ http_proxy: PROXY }, METADATA, PROXY, "proxies http_proxy"],
  [
    { http_proxy: PROXY, no_proxy: "169.254.169.254" },
    METADATA,
    "direct",
    "bypasses no_proxy 169.254.169.254",
  ],
  [
    { http_proxy: PROXY, no_proxy: "169.254.0.0/16" },
    METADATA,
    PROXY,
    "proxies http_proxy",
    "nearly-bypasses no_proxy 169.254.0.0/16",
  ],
];

/** What other versions do: the version, the settings, the URL and the route. */
const VERSIONS: readonly (readonly [string, Record<string, string>, string, string])[] = [
  // The requests 2.7 within
  ["1.10.84", { http_proxy: PROXY, no_proxy: "169.254.0.0/16" }, METADATA, "direct"],
  ["1.11.0", { http_proxy: PROXY, no_proxy: "169.254.0.0/16" }, METADATA, PROXY],
  ["1.10.84", { https_proxy: PROXY, no_proxy: "aws.com" }, S3, "direct"],
  ["1.11.0", { https_proxy: PROXY, no_proxy: "aws.com" }, S3, PROXY],
  ["1.10.84", { https_proxy: "socks5://proxy.corp:1080" }, S3, "invalid"],
  ["1.10.84", { https_proxy: PROXY }, "https://under_score.example/", "invalid"],
  // urllib3 before 1.25, before 1.26, and 2
  [
    "1.12.153",
    { https_proxy: "http://dom\\user:pw@proxy.corp:3128" },
    S3,
    "http://dom\\user@proxy.corp:3128",
  ],
  ["1.12.154", { https_proxy: "http://dom\\user:pw@proxy.corp:3128" }, S3, "http://dom:80"],
  ["1.19.15", { https_proxy: "https://proxy.corp" }, S3, "http://proxy.corp:443"],
  ["1.19.16", { https_proxy: "https://proxy.corp" }, S3, "https://proxy.corp:443"],
  ["1.31.62", { https_proxy: "http://" }, S3, "http://s3.us-east-1.amazonaws.com:443"],
  ["1.31.62", { http_proxy: "http:/proxy" }, METADATA, "invalid"],
  ["1.31.62", { https_proxy: "http://:3128" }, S3, "invalid"],
  // As `aws --version` prints it, with Python's version (bpo-29142)
  [
    "aws-cli/1.16.170 Python/2.7.12 Linux/4.4.0-1128-aws botocore/1.12.160",
    { https_proxy: PROXY, no_proxy: ".amazonaws.com" },
    S3,
    PROXY,
  ],
  [
    "aws-cli/1.16.170 Python/2.7.18 Linux/4.4.0-1128-aws botocore/1.12.160",
    { https_proxy: PROXY, no_proxy: ".amazonaws.com" },
    S3,
    "direct",
  ],
  [
    "aws-cli/2.9.19 Python/3.11.2 Linux/6.1.0 source/x86_64.debian.12 botocore/2.9.1",
    { https_proxy: PROXY, no_proxy: ".amazonaws.com" },
    S3,
    "direct",
  ],
];

describe("botocore", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(botocore.decide(environment({ https_proxy: value }), S3))).toBe(expected);
  });

  test.each(ROWS.map((row) => [row] as const))("%j", (row) => {
    expect(answer(botocore, row)).toEqual(row);
  });

  test.each(VERSIONS)("of version %s, with %j, goes to %s by %s", (version, variables, url, route) => {
    expect(routeOf(botocore.decide(environment(variables), url, version))).toBe(route);
  });

  test("names no part of a value that it cannot call", () => {
    const decision = botocore.decide(environment({ https_proxy: "hush:hush@<hush>:3128" }), S3);
    expect(decision.route).toBe("invalid");
    expect(JSON.stringify(decision)).not.toContain("hush");
  });
});
