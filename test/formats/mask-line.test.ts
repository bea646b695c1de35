import { expect, test } from "vitest";
import { maskLine } from "../../src/formats/mask-line.ts";
import type { Loader } from "../../src/model/setting.ts";

test.each([
  ['export NO_PROXY="10.0.1.238, localhost"', 'export NO_PROXY="10.0.1.238, localhost"'],
  ["NO_PROXY=10.0.1.238,localhost", "NO_PROXY=10.0.1.238,localhost"],
  [
    'Environment="HTTP_PROXY=http://a:Zq7x@p:1" "NO_PROXY=a, b"',
    'Environment="HTTP_PROXY=http://a:***@p:1" "NO_PROXY=a, b"',
  ],
  [
    "Environment=HTTP_PROXY=http://p:1 NO_PROXY=a TOKEN=Zq7x",
    "Environment=HTTP_PROXY=http://p:1 NO_PROXY=a ***=***",
  ],
  [
    'REPLICATED_OPTS="-e HTTP_PROXY=http://p:1 -eNO_PROXY=a -e KEY=Zq7x --key=Zq8x"',
    'REPLICATED_OPTS="-e HTTP_PROXY=http://p:1 -eNO_PROXY=a -e ***=*** ***=***"',
  ],
  ["export AWS_SECRET_ACCESS_KEY=Zq7x/Zq8+Zq9== NO_PROXY=a", "export ***=***== NO_PROXY=a"],
  [
    '{"LicenseKey": "Zq7x", "HttpProxy": "http://a:Zq8x@p:1", "n": 5}',
    '{"***": "***", "HttpProxy": "http://a:***@p:1", "***": ***}',
  ],
  [
    'export JVM_OPTS="-Dhttp.nonProxyHosts=a|b -Dpass=Zq7x" # Zq8x',
    'export JVM_OPTS="-Dhttp.nonProxyHosts=a|b -Dpass=***" # ***',
  ],
  ["JVM_OPTS=-Dhttp.nonProxyHosts=a -Dpass=Zq7x Zq8x", "JVM_OPTS=-Dhttp.nonProxyHosts=a -Dpass=*** ***"],
  ["# Zq7x", "# ***"],
  ["[Service]", "[Service]"],
  ["export NO_PROXY no_proxy", "export NO_PROXY no_proxy"],
  ["", ""],
])("%s", (line, masked) => expect(maskLine(line)).toBe(masked));

test.each<[Loader, string, string]>([
  [
    "apt-conf",
    'Acquire::http::Proxy "http://a:Zq7x@h:1/"; // Zq8x',
    'Acquire::http::Proxy "http://a:***@h:1/"; // ***',
  ],
  ["apt-conf", "Acquire::https::Proxy http://a:Zq7x@h:1/;", "Acquire::https::Proxy http://a:***@h:1/;"],
  [
    "apt-conf",
    'Acquire { http { Proxy "http://a:Zq7x@h:1"; Proxy::b.example "DIRECT"; } }',
    'Acquire { http { Proxy "http://a:***@h:1"; Proxy::b.example "DIRECT"; } }',
  ],
  ["apt-conf", 'Acquire::http::Proxy "http://a:Zq7x Zq8x@h', 'Acquire::http::Proxy "http://a:*** ***@h'],
  ["apt-conf", 'Acquire::http::Proxy-Auto-Detect "/Zq7x";', 'Acquire::http::*** "***";'],
  ["apt-conf", "#clear Acquire::http::Proxy;", "#clear Acquire::http::Proxy;"],
  ["wgetrc", "https-proxy = http://a:Zq7x@h:1", "https-proxy = http://a:***@h:1"],
  ["wgetrc", "no_proxy=a, b", "no_proxy=a, b"],
  ["wgetrc", "proxy_password = Zq7x", "*** = ***"],
  ["curlrc", 'proxy = "http://a:Zq\\"7x@h:1" # Zq8x', 'proxy = "http://a:***\\***@h:1" # ***'],
  ["curlrc", "-xhttp://a:Zq7x@h:1", "-xhttp://a:***@h:1"],
  ["curlrc", "-x a:Zq7x@h:1", "-x a:***@h:1"],
  ["curlrc", "--proxy http://a:Zq7x@h:1 Zq8x", "--proxy http://a:***@h:1 ***"],
  ["curlrc", "noproxy: a,b", "noproxy: a,b"],
  ["curlrc", "proxy-user = a:Zq7x", "*** = ***:***"],
  ["curlrc", "-U a:Zq7x", "*** ***:***"],
  ["git-config", "proxy = http://a:Zq7x@h:1 ; Zq8x", "proxy = http://a:***@h:1 ; ***"],
  ["git-config", '[http "https://a:Zq7x@h/"] proxy = "h:1"', '[http "https://a:***@h/"] proxy = "h:1"'],
  ["git-config", "[http]", "[http]"],
  ["git-config", "\textraHeader = Zq7x", "\t*** = ***"],
  ["aws-config", "http_proxy = http://a:Zq7x@h:1", "http_proxy = http://a:***@h:1"],
  ["aws-config", "proxies: {'http': 'http://a:Zq7x@h:1'}", "proxies: {'http': ***://***:***@h:1'}"],
  ["aws-config", "aws_secret_access_key = Zq7x", "*** = ***"],
  ["aws-config", "[profile Zq7x]", "[profile ***]"],
])("%s: %s", (loader, line, masked) => expect(maskLine(line, loader)).toBe(masked));
