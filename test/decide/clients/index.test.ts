import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLIENTS } from "../../../src/decide/clients/index.ts";
import { CLIENT_NAMES } from "../../../src/model/client.ts";
import { maskProxyValue } from "../../../src/model/redact.ts";
import { environment } from "./table.ts";

const NAMES = [
  "http_proxy",
  "HTTP_PROXY",
  "https_proxy",
  "ALL_PROXY",
  "no_proxy",
  "NO_PROXY",
  "JVM_OPTS",
  "_JAVA_OPTIONS",
];
const URLS = [
  "http://www.example.com/",
  "https://10.0.1.5:8443/",
  "http://[fd00:ec2::254]/",
  "https://localhost/",
];

/** Text that resembles the values these clients read, so that it gets past the first check. */
const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "http://",
        "https:",
        "//",
        "@",
        ":",
        "3128",
        "[",
        "]",
        "%",
        "%zz",
        "::1",
        "/",
        "*",
        ".",
        ",",
        "|",
      ),
      fc.constantFrom(
        "10.0.0.0",
        "/16",
        "-Dhttp.proxyHost=",
        "-Dhttp.nonProxyHosts=",
        "example.com",
        " ",
        "\n",
        "\0",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What RFC 3986 lets stand in a password: unreserved characters, sub-delims and escapes. */
const password = fc
  .array(fc.constantFrom(..."aZ09-._~!$&()*+;=", "%40", "%3A", "%2f", "%25"), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""));

describe("CLIENTS", () => {
  test("has the client of every name under that name", () => {
    expect(Object.values(CLIENTS).map(({ name }) => name)).toEqual([...CLIENT_NAMES]);
  });

  test.each(CLIENT_NAMES)("%s answers whatever its settings hold", (name) => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(fragments, fc.string({ unit: "binary" }))),
        fc.constantFrom(...URLS),
        (variables, url) => {
          const { route } = CLIENTS[name].decide(environment(variables), url);
          expect(["direct", "proxy", "invalid"]).toContain(route);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(CLIENT_NAMES)("%s answers whatever the URL", (name) => {
    const variables = environment({ http_proxy: "http://p:1", JVM_OPTS: "-Dhttp.proxyHost=p" });
    fc.assert(
      fc.property(fragments, (rest) => {
        expect(CLIENTS[name].decide(variables, `http://${rest}`).because.length).toBeLessThan(3);
      }),
    );
  });

  test.each([
    ["curl", ["http://", ""]],
    ["wget", ["http://"]],
    ["git", ["http://", ""]],
    ["python-urllib", ["http://", ""]],
    ["botocore", ["http://", ""]],
    ["go", ["http://", ""]],
    ["node-proxy-agent", ["http://", ""]],
    ["node-undici", ["http://"]],
  ] as const)("%s goes the same way when the password is masked", (name, schemes) => {
    fc.assert(
      fc.property(password, fc.constantFrom(...schemes), (secret, scheme) => {
        const value = `${scheme}user:${secret}@proxy.corp:3128`;
        const decide = (text: string) => {
          return CLIENTS[name].decide(
            environment({ http_proxy: text, no_proxy: "a" }),
            "http://example.com/",
          );
        };
        const masked = maskProxyValue(value);
        fc.pre(masked !== value);
        expect(decide(masked)).toEqual(decide(value));
        expect(decide(value)).toMatchObject({
          route: "proxy",
          proxy: { host: "proxy.corp", username: "user" },
        });
      }),
    );
  });

  test.each([
    ["curl", "http://user:hunter@2@proxy.corp:3128", "invalid"],
    ["curl", "http://user:hun/ter@proxy.corp:3128", "invalid"],
    ["python-urllib", "http://user:hun/ter@proxy.corp:3128", "proxy"],
    ["python-requests", "http://user:hunter@2@proxy.corp:3128", "proxy"],
    ["python-requests", "http://user:hun/ter@proxy.corp:3128", "invalid"],
    ["botocore", "http://user:hun%ter@proxy.corp:3128", "proxy"],
    ["go", "http://user:hunter@2@proxy.corp:3128", "proxy"],
    ["go", "http://user:hun%ter@proxy.corp:3128", "direct"],
    ["curl", "http://user:hunter", "invalid"],
    ["curl", "http:/proxy.corp:3128", "proxy"],
    ["curl", ":hunter2@proxy.corp:3128", "proxy"],
    ["curl", "user:hun ter@proxy.corp:3128", "invalid"],
    ["go", "http://user:hunter", "proxy"],
    ["go", "http://fd00::1:3128", "proxy"],
    ["go", ":hunter2@proxy.corp:3128", "proxy"],
    ["node-undici", "http://user:hunter@2@proxy.corp:3128", "proxy"],
    ["node-undici", "http://user:hun%ter@proxy.corp:3128", "invalid"],
    ["node-undici", "http://user:hun/ter@proxy.corp:3128", "invalid"],
    ["node-proxy-agent", "http://user:hun%ter@proxy.corp:3128", "invalid"],
    ["node-proxy-agent", "http://user:hun#ter@proxy.corp:3128", "invalid"],
  ] as const)("%s trips over %s when masked as it does over the true value", (name, value, route) => {
    for (const text of [value, maskProxyValue(value)]) {
      expect(CLIENTS[name].decide(environment({ http_proxy: text }), "http://example.com/").route).toBe(
        route,
      );
    }
  });
});
