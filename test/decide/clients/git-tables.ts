import { OTHER, PROXY } from "./curl-tables.ts";
import type { Row } from "./table.ts";

/** The value of `http_proxy`, and where `http://example.com/` goes. */
export const GIT_VALUES: readonly (readonly [string, string])[] = [
  ["http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128/path", PROXY],
  ["proxy.corp:3128", PROXY],
  ["proxy.corp", "http://proxy.corp:1080"],
  ["https://proxy.corp", "https://proxy.corp:443"],
  ["httpsproxy.corp:3128", "https://httpsproxy.corp:3128"],
  ["HTTPS://proxy.corp:3128", PROXY],
  ["socks://proxy.corp", "socks4://proxy.corp:1080"],
  ["socks4a://proxy.corp", "socks4a://proxy.corp:1080"],
  ["socks5://proxy.corp", "socks5://proxy.corp:1080"],
  ["socks5h://proxy.corp", "socks5h://proxy.corp:1080"],
  ["SOCKS5://proxy.corp:1080", "http://proxy.corp:1080"],
  ["ftp://proxy.corp:3128", PROXY],
  ["http://ftp.corp:3128", "invalid"],
  ["http://", "direct"],
  ["//proxy.corp:3128", "direct"],
  ["http:///proxy.corp:3128", "direct"],
  ["http:/proxy.corp:3128", "invalid"],
  ["http:proxy.corp:3128", "invalid"],
  ["://proxy.corp:3128", "invalid"],
  [":3128", "invalid"],
  ["http://proxy.corp:3128\n", "invalid"],
  ["http://proxy.corp%0a:3128", "invalid"],
  [" http://proxy.corp:3128", PROXY],
  ["http://proxy.corp:3128 ", "invalid"],
  ["http://user:pw@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p@ss@proxy.corp:3128", "http://user@proxy.corp:3128"],
  ["http://user:p/ss@proxy.corp:3128", "invalid"],
  ["http://<proxy-ip>:3128", "invalid"],
];

/** Which variable is read: an empty one counts as set, and hides those after it. */
export const GIT_VARIABLES: readonly Row[] = [
  [{}, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "http://example.com/", PROXY, "proxies http_proxy"],
  [{ HTTP_PROXY: PROXY }, "http://example.com/", "direct"],
  [{ http_proxy: PROXY }, "https://example.com/", "direct"],
  [{ HTTPS_PROXY: OTHER, https_proxy: PROXY }, "https://example.com/", PROXY, "proxies https_proxy"],
  [{ https_proxy: "", HTTPS_PROXY: PROXY }, "https://example.com/", "direct"],
  [{ http_proxy: "", ALL_PROXY: PROXY }, "http://example.com/", "direct"],
  [{ ALL_PROXY: OTHER, all_proxy: PROXY }, "https://example.com/", PROXY, "proxies all_proxy"],
  [
    { http_proxy: PROXY, no_proxy: "example.com" },
    "http://www.example.com/",
    "direct",
    "bypasses no_proxy example.com",
  ],
  [
    { http_proxy: PROXY, no_proxy: "*.example.com" },
    "http://www.example.com/",
    PROXY,
    "proxies http_proxy",
    "nearly-bypasses no_proxy *.example.com",
  ],
];

/** Exceptions: `no_proxy` hides `NO_PROXY` even where it is empty. */
export const GIT_EXCEPTIONS: readonly (readonly [Readonly<Record<string, string>>, string, string])[] = [
  [{ NO_PROXY: "example.com" }, "http://example.com/", "direct"],
  [{ no_proxy: "", NO_PROXY: "example.com" }, "http://example.com/", PROXY],
  [{ no_proxy: "a.example", NO_PROXY: "example.com" }, "http://example.com/", PROXY],
  [{ no_proxy: "10.0.0.0/16" }, "http://10.0.1.5/", "direct"],
  [{ no_proxy: "*" }, "http://example.com/", "direct"],
];

/** Its configuration: before the environment, and of several URLs the one that fits best. */
export const GIT_CONFIGURED: readonly Row[] = [
  [{ "http.proxy": OTHER, https_proxy: PROXY }, "https://example.com/", OTHER, "proxies http.proxy"],
  [{ "http.proxy": "", http_proxy: PROXY }, "http://example.com/", "direct", "bypasses http.proxy"],
  [
    { "http.proxy": PROXY, no_proxy: "example.com" },
    "http://example.com/",
    "direct",
    "bypasses no_proxy example.com",
  ],
  ...(
    [
      ["http://example.com", "http://example.com/a/b", true],
      ["HTTP://EXAMPLE.com:80/", "http://example.com/a/b", true],
      ["http://example.com/a", "http://example.com/a/b", true],
      ["http://example.com/a/", "http://example.com/a/b", true],
      ["http://example.com/a", "http://example.com/ab", false],
      ["https://example.com", "http://example.com/", false],
      ["http://example.com:8080", "http://example.com/", false],
      ["http://www.example.com", "http://example.com/", false],
      ["http://example.com", "http://www.example.com/", false],
      ["http://*.example.com", "http://www.example.com/", true],
      ["http://*.example.com", "http://a.www.example.com/", false],
      ["http://*.com", "http://example.com/", true],
      ["http://user@example.com", "http://example.com/", false],
      ["example.com", "http://example.com/", false],
      ["http://example.com:080", "http://example.com:80/", true],
    ] as const
  ).map(([pattern, url, fits]): Row => {
    const name = `http.${pattern}.proxy`;
    const chosen = fits ? name : "http.proxy";
    return [{ [name]: OTHER, "http.proxy": PROXY }, url, fits ? OTHER : PROXY, `proxies ${chosen}`];
  }),
  [
    { "http.http://example.com/a.proxy": OTHER, "http.http://example.com.proxy": PROXY },
    "http://example.com/a",
    OTHER,
    "proxies http.http://example.com/a.proxy",
  ],
  [
    { "http.http://www.example.com.proxy": OTHER, "http.http://*.example.com/a.proxy": PROXY },
    "http://www.example.com/a",
    OTHER,
    "proxies http.http://www.example.com.proxy",
  ],
  [
    { "http.http://example.com.proxy": OTHER, "http.http://EXAMPLE.com.proxy": PROXY },
    "http://example.com/a",
    PROXY,
    "proxies http.http://EXAMPLE.com.proxy",
  ],
  [
    { "http.http://example.com.proxy": "", "http.proxy": PROXY, http_proxy: PROXY },
    "http://example.com/",
    "direct",
    "bypasses http.http://example.com.proxy",
  ],
];
