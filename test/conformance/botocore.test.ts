import { environmentCases } from "./cases.ts";
import { conform } from "./conform.ts";
import { askPython } from "./python.ts";

const PROXY = "http://proxy.corp:3128";

/** Of the instance's metadata it is the fetcher of credentials that asks, and no service. */
const METADATA = "http://169.254.169.254/";

/** tests/unit/test_http_session.py, TestProxyConfiguration; and what noproxy-semantics 12 does not have. */
const VALUES = ["localhost:8081/", "//localhost:8081/", "http://localhost:8081/", "proxy:3128", "http:?a=b"];

conform({
  subject: () => askPython("botocore", "botocore"),
  // The URL of an endpoint has no query.
  cases: environmentCases.map((one) => ({ ...one, url: one.url.replace(/\?.*/, "") })),
  table: [
    ...VALUES.map((value) => ({ environment: { https_proxy: value }, url: "https://example.com/" })),
    ...["", "169.254.169.254", "169.254.0.0/16", "169.254.", "*"].map((no_proxy) => ({
      environment: { http_proxy: PROXY, no_proxy },
      url: METADATA,
    })),
    { environment: { https_proxy: PROXY, no_proxy: "localhost:4566" }, url: "https://localhost:4566/" },
    { environment: { https_proxy: PROXY, no_proxy: "localhost:4566" }, url: "https://localhost/" },
  ],
});
