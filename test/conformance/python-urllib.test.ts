import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { askPython } from "./python.ts";

const PROXY = "http://proxy.corp:3128";

/** Lib/test/test_urllib.py, ProxyTests. */
const ITS_OWN = "localhost, anotherdomain.com, newdomain.com:1234, .d.o.t";
const HOSTS = [
  "localhost",
  "LocalHost",
  "LOCALHOST",
  "newdomain.com:1234",
  "foo.d.o.t",
  "d.o.t",
  "anotherdomain.com:8888",
  "www.newdomain.com:1234",
  "prelocalhost",
  "newdomain.com",
  "newdomain.com:1235",
];

/** Lib/test/test_urllib2.py, test_parse_proxy, and what noproxy-semantics 12 does not have. */
const VALUES = [
  "proxy.corp",
  "joe:password@proxy.corp:3128",
  "http://joe:password@proxy.corp/",
  "ftp://joe:password@proxy.corp/rubbish:3128",
  "http://user/name:pass/word@localhost:22",
  "file:/proxy.corp/",
  "http://proxy.corp:+3_128",
  "http://proxy.corp:-3128",
  "http://proxy%2ecorp:3128",
];

conform({
  subject: () => askPython("python-urllib", "urllib"),
  cases: environmentCases,
  table: [
    ...HOSTS.map((host) => ({
      environment: { http_proxy: PROXY, NO_PROXY: ITS_OWN },
      url: `http://${host}/`,
    })),
    ...VALUES.map((value) => ({ environment: { https_proxy: value }, url: "https://example.com/" })),
    { environment: { http_proxy: PROXY, no_proxy: "*, anotherdomain.com" }, url: "http://newdomain.com/" },
    { environment: { http_proxy: "http:/proxy.corp", no_proxy: "*" }, url: "http://example.com/" },
    { environment: { HTTP_proxy: PROXY, HTTP_PROXY: "http://other.corp:1" }, url: "http://example.com/" },
    { environment: { Http_Proxy: PROXY, HTTP_PROXY: "http://other.corp:1" }, url: "http://example.com/" },
    { environment: { http_proxy: PROXY, No_Proxy: "example.com" }, url: "http://example.com/" },
    {
      environment: { http_proxy: "https://proxy.corp", https_proxy: "other.corp:1" },
      url: "http://example.com/",
    },
    {
      environment: { http_proxy: "https://proxy.corp", https_proxy: "other.corp:1", no_proxy: "corp" },
      url: "http://example.com/",
    },
  ],
  leftOut: [
    {
      because:
        "An FTP client calls the proxy and waits for it to speak first: a call, but none that can succeed.",
      when: ({ environment, url }) =>
        url.startsWith("http:") &&
        [environment["http_proxy"], environment["HTTP_PROXY"]].some((value) => value?.startsWith("ftp:")),
    },
  ],
});
