import fc from "fast-check";
import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { oddProxies } from "./odd-proxies.ts";
import { type Case, printed, runEach } from "./subject.ts";

const ONCE = ["--no-config", "--no-hsts", "--tries=1", "--timeout=4", "--max-redirect=0"] as const;

const odd = oddProxies({
  delimiters: ["https://", "ftp://"],
  words: ["%zz", "%0a"],
  stray: ["\n", "1"],
});

const values = fc.oneof(
  odd,
  odd.map((text) => `http://${text}`),
  odd.map((text) => `http://user:${text}@proxy.corp:3128`),
);

const oddUrls = fc.constantFrom(
  "http://bücher.example/",
  "https://BÜCHER.example:/",
  "http://%62%c3%bccher.example/",
  "http://straße.example/",
  "HTTP://EX%41MPLE.COM:080/",
  "https://user:p@example.com/",
  "http://user@example.com/",
  "http://my_host.corp:8080/",
  "https://[::1]:8443/",
);

const oddLists = fc
  .array(
    fc.oneof(
      fc.constantFrom("bücher.example", "XN--BCHER-KVA.example", "xn--strae-oqa.example", "strasse.example"),
      fc.constantFrom("example.com", ".example.com", "ex%61mple.com", "example", "_host.corp", "corp", ":1"),
      fc.constantFrom(" example.com", "\texample.com", "example.com\r", "\n", "", "."),
    ),
    { maxLength: 4 },
  )
  .map((entries) => entries.join(","));

const oddCases: fc.Arbitrary<Case> = fc.record({
  environment: fc.record({ http_proxy: values, https_proxy: values, no_proxy: oddLists }),
  url: oddUrls,
});

const NO_PROXY_TEST = {
  http_proxy: "nonexisting.localhost:8080",
  no_proxy: "working1.localhost,.working2.localhost",
};

conform({
  subject: async () => {
    const version = await printed(["wget", "--version"], /^GNU Wget (\S+)/);
    return runEach("wget", version, ({ environment, url }) => {
      const useProxy = environment["use_proxy"];
      const command = useProxy === undefined ? [] : [`--execute=use_proxy=${useProxy}`];
      return ["wget", "-q", "-O", "/dev/null", "--no-check-certificate", ...ONCE, ...command, url];
    });
  },
  cases: fc.oneof({ weight: 3, arbitrary: environmentCases }, oddCases),
  // The hosts of testenv/Test-no_proxy-env.py and the proxy of tests/Test-proxy-auth-basic.px of wget 1.21.3 come
  // first.
  table: [
    { environment: NO_PROXY_TEST, url: "http://working1.localhost/File1" },
    { environment: NO_PROXY_TEST, url: "http://www.working1.localhost/File1" },
    { environment: NO_PROXY_TEST, url: "http://working2.localhost/File1" },
    { environment: NO_PROXY_TEST, url: "http://www.working2.localhost/File1" },
    { environment: NO_PROXY_TEST, url: "http://www.example.localhost/File1" },
    { environment: { http_proxy: "localhost:8080" }, url: "http://no.such.domain/needs-auth.txt" },
    { environment: { http_proxy: "http://user:p;w@proxy.corp:3128" }, url: "http://example.com/" },
    { environment: { http_proxy: "user:123@proxy.corp:3128" }, url: "http://example.com/" },
    { environment: { http_proxy: "proxy.corp:3128?query" }, url: "http://example.com/" },
    { environment: { http_proxy: "*" }, url: "http://example.com/" },
    { environment: { https_proxy: "https://proxy.corp" }, url: "https://example.com/" },
    ...["on", "YES", "1", "Off", "no", "0", "maybe", ""].map((use_proxy) => ({
      environment: { http_proxy: "proxy.corp", use_proxy },
      url: "http://example.com/",
    })),
    { environment: { http_proxy: "proxy.corp", no_proxy: "a,,b" }, url: "http://example.com./" },
  ],
});
