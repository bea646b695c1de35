import type { Variables } from "./table.ts";

const LIST =
  "foobar.com, .barbaz.net, *.wildcard.io, 192.168.1.1, 192.168.1.2:81, 192.168.1.3:80, 10.0.0.0/30, " +
  "2001:db8::52:0:1, [2001:db8::52:0:2]:443, [2001:db8::52:0:3]:80, 2002:db8:a::45/64";

/** Hosts that the list above spares on port 80, and hosts that it does not. */
const HOSTS = {
  direct: [
    "localhost",
    "127.0.0.1",
    "127.0.0.2",
    "[::1]",
    "192.168.1.1",
    "192.168.1.3",
    "10.0.0.2",
    "[2001:db8::52:0:1]",
    "[2001:db8::52:0:3]",
    "[2002:db8:a::123]",
    "www.barbaz.net",
    "foobar.com",
    "www.foobar.com",
    "nested.wildcard.io",
  ],
  "http://proxy:80": [
    "[::2]",
    "192.168.1.2",
    "192.168.1.4",
    "[2001:db8::52:0:2]",
    "barbaz.net",
    "foofoobar.com",
    "baz.com",
    "localhost.net",
    "local.localhost",
    "barbarbaz.net",
    "wildcard.io",
    "awildcard.io",
  ],
};

/** The cases of Go's own test (golang.org/x/net, `http/httpproxy/proxy_test.go`): variables, a URL, the route. */
export const GO_SUITE: readonly (readonly [Variables, string, string])[] = [
  ...Object.entries(HOSTS).flatMap(([route, hosts]) =>
    hosts.map((host) => [{ HTTP_PROXY: "proxy", NO_PROXY: LIST }, `http://${host}/`, route] as const),
  ),
  [{ HTTP_PROXY: "127.0.0.1:8080" }, "http://example.com", "http://127.0.0.1:8080"],
  [{ HTTP_PROXY: "cache.corp.example.com:1234" }, "http://example.com", "http://cache.corp.example.com:1234"],
  [{ HTTP_PROXY: "cache.corp.example.com" }, "http://example.com", "http://cache.corp.example.com:80"],
  [{ HTTP_PROXY: "localhost" }, "http://example.com", "http://localhost:80"],
  [
    { HTTP_PROXY: "https://cache.corp.example.com" },
    "http://example.com",
    "https://cache.corp.example.com:443",
  ],
  [{ HTTP_PROXY: "https://127.0.0.1:8080" }, "http://example.com", "https://127.0.0.1:8080"],
  [{ HTTP_PROXY: "socks5://127.0.0.1" }, "http://example.com", "socks5://127.0.0.1:1080"],
  [{ HTTP_PROXY: "a", HTTPS_PROXY: "b.tld" }, "http://insecure.tld/", "http://a:80"],
  [{ HTTP_PROXY: "a", HTTPS_PROXY: "b.tld" }, "https://secure.tld/", "http://b.tld:80"],
  [{ HTTP_PROXY: "a", HTTPS_PROXY: "https://b.tld" }, "https://secure.tld/", "https://b.tld:443"],
  [{ HTTP_PROXY: "a" }, "https://secure.tld/", "direct"],
  [{ HTTP_PROXY: "http://10.1.2.3:8080", REQUEST_METHOD: "PUT" }, "http://example.com", "invalid"],
  [{ HTTPS_PROXY: "https://b.tld", REQUEST_METHOD: "PUT" }, "https://secure.tld/", "https://b.tld:443"],
  [{}, "http://example.com", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "example.com" }, "http://example.com/", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: ".example.com" }, "http://example.com/", "http://proxy:80"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "ample.com" }, "http://example.com/", "http://proxy:80"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "example.com" }, "http://foo.example.com/", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: ".foo.com" }, "http://example.com/", "http://proxy:80"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: ".示例.com" }, "http://www.示例.com", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "xn--fsq092h.com" }, "http://www.示例.com", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "示例.com" }, "http://www.xn--fsq092h.com", "direct"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: ":1" }, "http://example.com", "http://proxy:80"],
  [{ HTTP_PROXY: "proxy", NO_PROXY: "*" }, "http://example.com", "direct"],
];
