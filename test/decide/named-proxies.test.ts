import { expect, test } from "vitest";
import { proxiesIn } from "../../src/decide/named-proxies.ts";

function told(name: string, value: string): readonly string[] {
  const setting = { name, value, exported: true, source: { kind: "environment" } } as const;
  return proxiesIn(setting).map(({ schemes, address }) => `${schemes.join("+")} ${address}`);
}

test.each([
  ["HTTP_PROXY", "http://10.0.0.33:3128", ["http 10.0.0.33:3128"]],
  ["https_proxy", "10.0.0.33:3128/", ["https 10.0.0.33:3128"]],
  ["HTTPS_PROXY", "https://u:***@proxy.example:3128", ["https proxy.example:3128"]],
  ["HTTPS_PROXY", "http://proxy.example", ["https proxy.example"]],
  ["HTTPS_PROXY", "http://[fd00::1]:3128", ["https [fd00::1]:3128"]],
  ["HttpProxy", "http://10.0.0.33:3128", ["http+https 10.0.0.33:3128"]],
  ["all_proxy", "socks5://10.0.0.33:1080", ["http+https 10.0.0.33:1080"]],
  [
    "JVM_OPTS",
    "-Dhttp.proxyHost=10.0.0.33 -Dhttp.proxyPort=3128 -Dhttps.proxyHost=proxy.example",
    ["http 10.0.0.33:3128", "https proxy.example"],
  ],
  ["JVM_OPTS", "-Dhttp.proxyHost=http://10.0.0.33 -Dhttp.proxyPort=3128", []],
  ["HTTP_PROXY", "<proxy-ip:port>", []],
  ["HTTP_PROXY", "pac+http://10.0.0.33:3128/proxy.pac", []],
  ["NO_PROXY", "10.0.0.33", []],
  ["ftp_proxy", "http://10.0.0.33:3128", []],
  ["SQUID_PROXY", "http://10.0.0.33:3128", []],
])("%s=%s names %j", (name, value, named) => {
  expect(told(name, value)).toEqual(named);
});
