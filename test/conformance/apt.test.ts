import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { environments, noProxies, proxies, urls } from "./cases.ts";
import { conform } from "./conform.ts";
import { oddProxies } from "./odd-proxies.ts";
import { type Case, printed, runEach } from "./subject.ts";

const CONFIGURATION = fileURLToPath(new URL("apt.conf", import.meta.url));

/** One call and no more, and no change to a user that a network of our own may not have. */
const ONCE = { "Acquire::Retries": "0", "Acquire::http::Timeout": "4", "APT::Sandbox::User": "root" };

const PROXY = "http://proxy.corp:3128";
const OTHER = "http://other.corp:8080";
const PLAIN = "http://example.com/";
const SECURE = "https://example.com/";

/** Hosts that are proxies too, and URLs that apt reads in a way of its own. */
const aptUrls = fc.oneof(
  { weight: 4, arbitrary: urls },
  fc.constantFrom(
    "https://proxy.corp:8443/",
    "https://10.0.0.33:8443/",
    "http://proxy.corp:3128/",
    "https://user:pw@example.com/",
    "HTTP://example.com/",
    "http://bücher.example/",
    "https://my_host.example/",
  ),
);

const odd = oddProxies({
  delimiters: ["https:", "socks5h:"],
  words: ["1", "0x0a"],
  stray: ["-1", "65536"],
});

const values = fc.oneof(
  { weight: 3, arbitrary: proxies },
  fc.constantFrom("DIRECT", "direct", ""),
  odd,
  odd.map((text) => `http://${text}`),
);

const lists = fc.oneof(
  { weight: 3, arbitrary: noProxies },
  fc.constantFrom("proxy.corp", "10.0.0.33", "corp", "3", "BÜCHER.example", "bücher.EXAMPLE", "example"),
);

/** Options of apt.conf, for all hosts and for the one that is called. */
function optionsFor(host: string): fc.Arbitrary<Record<string, string>> {
  const names = [
    "Acquire::http::Proxy",
    "Acquire::https::Proxy",
    "acquire::HTTP::proxy",
    `Acquire::http::Proxy::${host}`,
    `Acquire::https::Proxy::${host}`,
    `Acquire::http::proxy::${host.toUpperCase()}`,
    `Acquire::http::${host}::Proxy`,
    `Acquire::https::${host}::Proxy`,
    `Acquire::https::${host}::Proxy::${host}`,
    "Acquire::http::Proxy::other.example",
  ];
  return fc
    .array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 3 })
    .map((options) => Object.fromEntries(options));
}

function hostOf(url: string): string {
  const match = /^\w+:\/\/(?:[^/@]*@)?(?:\[([^\]]*)\]|([^:/]*))/.exec(url);
  return match?.[1] ?? match?.[2] ?? "";
}

const variables = fc.oneof(
  environments,
  fc.record({ http_proxy: values, https_proxy: values, no_proxy: lists }, { requiredKeys: [] }),
);

const aptCases: fc.Arbitrary<Case> = aptUrls.chain((url) =>
  fc.tuple(variables, fc.oneof(fc.constant({}), optionsFor(hostOf(url)))).map(([environment, options]) => {
    return { environment: { ...environment, ...options }, url };
  }),
);

conform({
  subject: async () => {
    const version = await printed(["apt", "--version"], /^apt (\S+)/);
    return runEach("apt", version, ({ environment, url }) => {
      const named = Object.entries({ ...environment, ...ONCE }).filter(([name]) => name.includes("::"));
      const options = named.map(([name, value]) => `--option=${name}=${value}`);
      const download = ["download-file", "-qq", ...options, url, "/nonexistent/apt"] as const;
      return ["env", `APT_CONFIG=${CONFIGURATION}`, "/usr/lib/apt/apt-helper", ...download];
    });
  },
  cases: aptCases,
  // The settings of test/integration/test-bug-623443-fail-on-bad-proxies, test-bug-717891-abolute-uris-for-proxies,
  // test-bug-990555-https-proxy-for-http, test-proxy-connect, test-authentication-basic and
  // skip-method-http-socks-client of apt 2.6.1.
  table: [
    { environment: { http_proxy: "enrico:password@proxy-cache.localnet:3128" }, url: PLAIN },
    { environment: { http_proxy: "enrico:password@proxy-cache.localnet:3128" }, url: SECURE },
    { environment: { "Acquire::http::Proxy": "foo://example.org" }, url: PLAIN },
    {
      environment: { "Acquire::http::Proxy": "foo://example.org", "Acquire::https::Proxy": "DIRECT" },
      url: SECURE,
    },
    { environment: { "Acquire::http::Proxy": "http://localhost:3128" }, url: PLAIN },
    { environment: { "Acquire::http::Proxy": "http://localhost:3128" }, url: SECURE },
    { environment: { "Acquire::http::Proxy": "https://localhost:8443" }, url: PLAIN },
    { environment: { http_proxy: "http://moon:deer2@localhost:3128" }, url: PLAIN },
    { environment: { "Acquire::http::Proxy": "socks5h://user:pass@localhost:5555" }, url: PLAIN },
    { environment: { http_proxy: PROXY, https_proxy: "http://" }, url: SECURE },
    { environment: { http_proxy: PROXY, https_proxy: "false" }, url: SECURE },
    { environment: { http_proxy: PROXY, https_proxy: "" }, url: "https://proxy.corp/" },
    { environment: { http_proxy: PROXY, no_proxy: "corp" }, url: "https://proxy.corp/" },
    { environment: { "Acquire::http::Proxy::example.com": " http://proxy.corp:3128 " }, url: PLAIN },
    { environment: { "Acquire::http::Proxy::example.com": " http://proxy.corp:3128 " }, url: SECURE },
    {
      environment: { "Acquire::http::example.com::Proxy": PROXY, "Acquire::http::Proxy": OTHER },
      url: PLAIN,
    },
    { environment: { "Acquire::http::Proxy": PROXY, "acquire::HTTP::PROXY": "" }, url: PLAIN },
    { environment: { http_proxy: "http://proxy.corp:68664" }, url: PLAIN },
    { environment: { http_proxy: "http://proxy.corp:-1" }, url: PLAIN },
    { environment: { http_proxy: "https://proxy.corp:-1" }, url: PLAIN },
    { environment: { http_proxy: "https://proxy.corp:-1" }, url: SECURE },
    { environment: { http_proxy: "https://proxy.corp" }, url: PLAIN },
    { environment: { http_proxy: "socks5h://proxy.corp:-1" }, url: PLAIN },
    { environment: { http_proxy: "http://:3128" }, url: PLAIN },
    { environment: { http_proxy: "http://*:3128" }, url: PLAIN },
  ],
});
