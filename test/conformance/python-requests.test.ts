import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { askPython } from "./python.ts";

const PROXY = "http://proxy.corp:3128";

/** tests/test_utils.py: test_should_bypass_proxies, and test_should_bypass_proxies_no_proxy_domain_boundary. */
const ITS_OWN = {
  "192.168.0.0/24,127.0.0.1,localhost.localdomain,172.16.1.1, google.com:6000": [
    "192.168.0.1:5000",
    "192.168.0.1",
    "172.16.1.1",
    "172.16.1.1:5000",
    "localhost.localdomain:5000",
    "google.com:6000",
    "172.16.1.12",
    "172.16.1.12:5000",
    "google.com:5000",
  ],
  "localhost, anotherdomain.com, newdomain.com:1234, .d.o.t": [
    "localhost",
    "anotherdomain.com:8888",
    "newdomain.com:1234",
    "www.newdomain.com:1234",
    "foo.d.o.t",
    "d.o.t",
    "prelocalhost",
    "newdomain.com",
    "newdomain.com:1235",
  ],
  "exam ple.com": ["example.com"],
  "10.0.0.0\r/16": ["10.0.1.5"],
  "10.0.0.0/+1_6": ["10.0.1.5"],
  "0.0.0.0/0": ["10.0.1.5"],
  "10/8": ["0.0.0.11", "10.0.1.5"],
  "::1:8080": ["[::1]:8080"],
};

/** tests/test_requests.py, test_proxy_error_on_bad_url; and what noproxy-semantics 12 does not have. */
const VALUES = [
  "http:/badproxyurl:3128",
  "http://:8080",
  "https://",
  "http:///example.com:8080",
  "http://proxy.corp\n",
  "http://[2001:db8]:3128",
  "http://[2001:DB8::99]:3128",
  "http://2001:db8::99:3128",
];

conform({
  subject: () => askPython("python-requests", "requests"),
  cases: environmentCases,
  table: [
    ...Object.entries(ITS_OWN).flatMap(([no_proxy, hosts]) =>
      hosts.map((host) => ({ environment: { http_proxy: PROXY, no_proxy }, url: `http://${host}/` })),
    ),
    ...VALUES.map((value) => ({ environment: { https_proxy: value }, url: "https://example.com/" })),
    { environment: { http_proxy: PROXY, No_Proxy: "EXAMPLE.com" }, url: "http://example.com/" },
    {
      environment: { HTTP_PROXY: PROXY, all_proxy: "http://other.corp:1", REQUEST_METHOD: "GET" },
      url: "http://example.com/",
    },
  ],
});
