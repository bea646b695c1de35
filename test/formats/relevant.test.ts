import { expect, test } from "vitest";
import { isKept, mattersToProxying, namesProxy } from "../../src/formats/relevant.ts";

test.each([
  "http_proxy",
  "HTTPS_PROXY",
  "HttpProxy",
  "Acquire::http::Proxy",
  "acquire::HTTPS::proxy::mirror.internal",
  "Acquire::http::mirror.internal::Proxy",
  "--proxy",
  "http.proxy",
  "http.https://h/.proxy",
  "proxy",
  "proxies",
])("%s names a proxy", (name) => {
  expect(namesProxy(name)).toBe(true);
  expect(mattersToProxying(name)).toBe(true);
});

test.each(["no_proxy", "use_proxy", "--noproxy", "JVM_OPTS", "REQUEST_METHOD"])(
  "%s matters, and names none",
  (name) => {
    expect(namesProxy(name)).toBe(false);
    expect(mattersToProxying(name)).toBe(true);
  },
);

test.each([
  "AWS_CA_BUNDLE",
  "REQUESTS_CA_BUNDLE",
  "CURL_CA_BUNDLE",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "ca_bundle",
  "--cacert",
  "http.sslcainfo",
  "http.https://ghe.test/.sslcainfo",
  "Acquire::https::CAInfo",
  "Acquire::https::mirror.test::CaInfo",
])("%s is kept, and is not about proxying", (name) => {
  expect(isKept(name)).toBe(true);
  expect(mattersToProxying(name)).toBe(false);
});

test.each([
  "--proxy-user",
  "proxy_password",
  "http.proxyAuthMethod",
  "remote.origin.url",
  "Acquire::http::Proxy-Auto-Detect",
  "Acquire::http::Proxy::",
  "AWS_SECRET_ACCESS_KEY",
])("%s is nobody's business", (name) => expect(isKept(name)).toBe(false));

test("a long name is read at once", () => {
  const start = performance.now();
  mattersToProxying(`Acquire::${"a::".repeat(300_000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});
