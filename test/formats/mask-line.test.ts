import { expect, test } from "vitest";
import { maskLine } from "../../src/formats/mask-line.ts";

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
  [
    String.raw`REPLICATED_OPTS='-e HTTP_PROXY=\"http://a:Zq7x@p:1\" -e KEY=\"Zq8x\"'`,
    String.raw`REPLICATED_OPTS='-e HTTP_PROXY=\"http://a:***@p:1\" -e ***=\"***\"'`,
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
