import fc from "fast-check";
import type { Case } from "./subject.ts";

const HOSTS = [
  "example.com",
  "www.example.com",
  "notexample.com",
  "EXAMPLE.com",
  "example.com.",
  "s3.amazonaws.com",
  "my-bucket.s3.us-east-1.amazonaws.com",
  "ghe",
  "ghe_1",
  "bücher.example",
  "xn--bcher-kva.example",
  "localhost",
  "LOCALHOST",
  "foo.localhost",
  "127.0.0.1",
  "127.8.8.8",
  "127.1",
  "10.0.1.5",
  "10.0.1.238",
  "010.0.1.5",
  "0x0a000105",
  "169.254.169.254",
  "172.17.0.1",
  "[::1]",
  "[2001:db8::1]",
  "[2001:db8:0:0::1]",
  "[2001:DB8::1]",
  "[::ffff:10.0.1.5]",
  "[fd00:ec2::254]",
];

/** Entries of an exception list that hold, nearly hold, or look as if they held one of the hosts above. */
const ENTRIES = [
  "example.com",
  ".example.com",
  "..example.com",
  "*.example.com",
  "*.example.com:443",
  "*example.com",
  "ample.com",
  "EXAMPLE.COM",
  "example.com.",
  "www.example.com",
  "com",
  "example.com:80",
  "example.com:443",
  "example.com:8080",
  "example.com:",
  "s3.amazonaws.com",
  "*.s3.amazonaws.com",
  ".amazonaws.com",
  "amazonaws.com",
  "s3.us-east-1.amazonaws.com",
  "ghe",
  ".ghe",
  "ghe_1",
  "bücher.example",
  ".xn--bcher-kva.example",
  "localhost",
  ".localhost",
  "127.0.0.1",
  "127.0.0.0/8",
  "127.*",
  "10.0.1.5",
  "10.0.1.5:80",
  "10.0.1.5/32",
  "10.0.0.0/8",
  "10.0.0.0/16",
  "10.0.1.0/024",
  "10.0.1.5/0",
  "10.0.1.5/33",
  "10.0.1.5/",
  "10/8",
  "10.0.1",
  "10.",
  "10.*",
  "1.5",
  ".1.5",
  "5",
  "0x0a000105",
  "010.0.1.5",
  "169.254.169.254",
  "169.254.0.0/16",
  "169.254.*",
  "::1",
  "[::1]",
  "[::1]:80",
  "::1:80",
  "::1/128",
  "2001:db8::1",
  "[2001:db8::1]",
  "[2001:db8::1]:443",
  "2001:db8:0:0::1",
  "2001:db8::/32",
  "::ffff:10.0.1.5",
  "fd00:ec2::254",
  "fd00::/8",
  "*",
  "*.*",
  "*:80",
  "",
  ".",
  "http://example.com",
  "example.com/",
  '"example.com"',
  "<services_box_ip>",
];

const SEPARATORS = [",", ",", ",", ", ", " ,", " ", "\t", ",,", ";", "|", "\n", "\r", "\r\n", ":"];

const PROXIES = [
  "http://proxy.corp:3128",
  "http://proxy.corp:3128/",
  "http://proxy.corp:3128/path",
  "http://other.corp:8080",
  "http://10.0.0.33:3128",
  "proxy.corp:3128",
  "proxy.corp",
  "proxy",
  "proxy:3128",
  "http://proxy.corp",
  "http://proxy.corp:",
  "https://proxy.corp:3128",
  "https://proxy.corp",
  "HTTP://PROXY.CORP:3128",
  "socks5://proxy.corp:1080",
  "socks5h://proxy.corp:1080",
  "socks4://proxy.corp:1080",
  "socks4a://proxy.corp:1080",
  "socks://proxy.corp:1080",
  "socks5://proxy.corp",
  "SOCKS5://PROXY.CORP:1080/",
  "socks5:proxy.corp:1080",
  "socks5://proxy.corp:0",
  "socks5://[2001:db8:ffff::99]:1080",
  "socks5://user:pw@proxy.corp:1080",
  "socks5://user@proxy.corp:1080",
  "socks5://prøxy.corp:1080",
  "ftp://proxy.corp:3128",
  " http://proxy.corp:3128",
  "http://proxy.corp:3128 ",
  "http://proxy.corp:3128\r",
  "http://proxy.corp:3128\n",
  "http://proxy.corp:abc",
  "http://proxy.corp:99999",
  "http://proxy.corp:0",
  "http://proxy.corp:03128",
  '"http://proxy.corp:3128"',
  "'http://proxy.corp:3128'",
  "none",
  "DIRECT",
  "http://",
  "http:proxy.corp:3128",
  "http:/proxy.corp:3128",
  "http:///proxy.corp:3128",
  "//proxy.corp:3128",
  "http//proxy.corp:3128",
  ":3128",
  "3128",
  "localhost:3128",
  "http://localhost:3128",
  "http://127.0.0.1:3128",
  "10.0.0.33:3128",
  "10.0.0.33",
  "[2001:db8:ffff::99]:3128",
  "http://[2001:db8:ffff::99]:3128",
  "http://[2001:db8:ffff::99]",
  "http://user:pw@proxy.corp:3128",
  "http://user@proxy.corp:3128",
  "http://:pw@proxy.corp:3128",
  "http://user:@proxy.corp:3128",
  "http://us%40er:p%3Aw@proxy.corp:3128",
  "user:pw@proxy.corp:3128",
  "http://user:p@ss@proxy.corp:3128",
  "http://user:p/ss@proxy.corp:3128",
  "http://user:p#ss@proxy.corp:3128",
  "http://user:p%ss@proxy.corp:3128",
  "http://user:p%ffss@proxy.corp:3128",
  "https://user:pw@proxy.corp:3128",
  "http://dom\\user:pw@proxy.corp:3128",
  "http://a.corp:1,http://b.corp:2",
  "http://<proxy-ip>:3128",
  "<proxy-ip:port>",
  "http://proxy_1.corp:3128",
  "http://proxy.corp.:3128",
  "http://$PROXY_HOST:3128",
  "http://{{ proxy }}:3128",
  "http://proxy.corp:3128?a",
  "http://prøxy.corp:3128",
  "",
  " ",
];

const schemes = fc.constantFrom("http", "https");
const ports = fc.constantFrom("", "", "", ":80", ":443", ":8080");

/** URLs of the kinds that CircleCI's programs call, and the odd ones around them. */
export const urls: fc.Arbitrary<string> = fc
  .tuple(schemes, fc.constantFrom(...HOSTS), ports, fc.constantFrom("/", "/", "/a/b?c=d", ""))
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`);

/** What may stand in `http_proxy` and its kin. */
export const proxies: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("http://proxy.corp:3128", "http://10.0.0.33:3128") },
  { weight: 2, arbitrary: fc.constantFrom(...PROXIES) },
);

/** What may stand in `no_proxy`: mostly a plain list, sometimes one that somebody mistyped. */
export const noProxies: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ENTRIES),
  fc.array(fc.constantFrom(...ENTRIES), { minLength: 1, maxLength: 4 }).map((entries) => entries.join(",")),
  fc
    .array(fc.tuple(fc.constantFrom(...ENTRIES), fc.constantFrom(...SEPARATORS)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.flat().join("")),
  fc
    .tuple(fc.constantFrom(...ENTRIES), fc.nat({ max: 99 }))
    .map(([entry, at]) =>
      Array.from({ length: 100 }, (_, index) => (index === at ? entry : `h${index}.corp`)).join(","),
    ),
);

/** Variables of an environment; each is there sometimes, and the exceptions often. */
export const environments: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      http_proxy: proxies,
      HTTP_PROXY: proxies,
      https_proxy: proxies,
      HTTPS_PROXY: proxies,
      all_proxy: proxies,
      ALL_PROXY: proxies,
      no_proxy: noProxies,
      NO_PROXY: noProxies,
      REQUEST_METHOD: fc.constantFrom("GET", ""),
    },
    { requiredKeys: [] },
  )
  .chain((variables) =>
    // Half of all environments are as a person sets them: one list, one or two proxies.
    fc.boolean().map((plain) => (plain ? simplified(variables) : variables)),
  );

function simplified(variables: Record<string, string>): Record<string, string> {
  const { REQUEST_METHOD: _, all_proxy: __, ALL_PROXY: ___, ...rest } = variables;
  return rest;
}

/** Settings and a URL, for a client that reads environment variables. */
export const environmentCases: fc.Arbitrary<Case> = fc.record({ environment: environments, url: urls });
