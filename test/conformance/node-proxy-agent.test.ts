import fc from "fast-check";
import { canDecode } from "../../src/decide/clients/node/url.ts";
import { PROXY_FROM_ENV_SUITE } from "../decide/clients/node-proxy-agent-suite.ts";
import { environments, noProxies, proxies, urls } from "./cases.ts";
import { conform } from "./conform.ts";
import { nodeLibrary, suiteCases } from "./node-library.ts";
import type { Case } from "./subject.ts";

/** What npm gives to the scripts that it runs; only proxy-agent before 8 reads it. */
const npmVariables = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.record(
    {
      npm_config_http_proxy: proxies,
      npm_config_https_proxy: proxies,
      NPM_CONFIG_HTTPS_PROXY: proxies,
      npm_config_proxy: proxies,
      npm_config_no_proxy: noProxies,
    },
    { requiredKeys: [] },
  ),
);

/** The credentials of a proxy that an https URL might go through hold a percent sign that cannot be decoded. */
function breaksAfterConnecting({ environment, url }: Case): boolean {
  return Object.entries(environment).some(([name, value]) => {
    const serves = url.startsWith("https:") && /^(npm_config_)?(https_|all_)?proxy$/i.test(name);
    return serves && !canDecode(/:\/\/(.*)@/.exec(value)?.[1] ?? "");
  });
}

/** A path that is taken for a host, and values of all proxies that no generator makes. */
const ODD: readonly Case[] = [
  ...["http://example.com//a.example/", "http://a.example//example.com/", "http://example.com//"].map(
    (url) => ({
      environment: { http_proxy: "http://proxy.corp:3128", no_proxy: "a.example" },
      url,
    }),
  ),
  ...[
    "socks5:///",
    "socks4a://user@proxy.corp",
    "ftp+http://a",
    "Crazy \n!() { ::// }",
    "http://:@proxy.corp",
  ].map((value) => ({ environment: { all_proxy: value }, url: "http://example.com/" })),
];

conform({
  subject: () => nodeLibrary("node-proxy-agent", "proxy-agent"),
  cases: fc.record({
    environment: fc.tuple(environments, npmVariables).map(([plain, npm]) => ({ ...plain, ...npm })),
    url: urls,
  }),
  table: [...suiteCases(PROXY_FROM_ENV_SUITE), ...ODD],
  leftOut: [
    {
      because:
        "https-proxy-agent connects first and then throws at the credentials, so a call is seen on which nothing is said",
      when: breaksAfterConnecting,
    },
  ],
});
