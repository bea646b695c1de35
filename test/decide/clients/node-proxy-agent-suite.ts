/**
 * The cases of proxy-from-env's own test of its exceptions (2.0.0, `test.js`): a value of `no_proxy`, URLs that
 * go direct, and URLs that are proxied.
 */
export const PROXY_FROM_ENV_SUITE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["*", ["http://example.com"], []],
  [",", [], ["http://example.com"]],
  [" ", [], ["http://example.com"]],
  [",\t,,,\n,  ,\r", [], ["http://example.com"]],
  [
    "example",
    ["http://example", "http://example:80", "http://example:1337"],
    [
      "http://sub.example",
      "http://prefexample",
      "http://example.no",
      "http://a.b.example",
      "http://host/example",
    ],
  ],
  [
    "sub.example",
    ["http://sub.example"],
    [
      "http://example",
      "http://example:1337",
      "http://no.sub.example",
      "http://sub-example",
      "http://example.sub",
    ],
  ],
  [
    "example:80",
    ["http://example", "http://example:80"],
    ["http://example:1337", "http://sub.example", "http://prefexample", "http://example.no"],
  ],
  [
    ".example",
    ["http://sub.example", "http://sub.example:80", "http://sub.example:1337", "http://a.b.example"],
    ["http://example", "http://example:1337", "http://prefexample", "http://example.no"],
  ],
  [
    "*.example",
    ["http://sub.example", "http://sub.example:80", "http://sub.example:1337", "http://a.b.example"],
    ["http://example", "http://example:1337", "http://prefexample", "http://example.no"],
  ],
  [
    "*example",
    [
      "http://example",
      "http://example:1337",
      "http://sub.example",
      "http://prefexample",
      "http://a.b.example",
    ],
    ["http://example.no", "http://host/example"],
  ],
  [
    ".*example",
    [],
    [
      "http://example",
      "http://sub.example",
      "http://prefexample",
      "http://x.prefexample",
      "http://a.b.example",
    ],
  ],
  [
    "[::1],[::2]:80,10.0.0.1,10.0.0.2:80",
    [
      "http://[::1]/",
      "http://[::1]:1337/",
      "http://[::2]/",
      "http://[::2]:80/",
      "http://10.0.0.1:1337/",
      "http://10.0.0.2/",
    ],
    ["http://[::2]:1337/", "http://10.0.0.2:1337/"],
  ],
  ["127.0.0.1/32", [], ["http://127.0.0.1", "http://127.0.0.1/32"]],
  ["127.0.0.1", ["http://127.0.0.1"], ["http://localhost"]],
  [
    "xxx:21,xxx:70,xxx:80,xxx:443",
    ["http://xxx", "http://xxx:80", "https://xxx", "https://xxx:443"],
    ["http://xxx:1337", "https://xxx:1337"],
  ],
  ["XXX,YYY,ZzZ", ["http://xxx", "http://XXX", "http://yyy", "http://YYY", "http://ZzZ", "http://zZz"], []],
];
