import { describe, expect, test } from "vitest";
import { decideRoute } from "../../src/decide/decide-route.ts";
import { CLIENT_NAMES } from "../../src/model/client.ts";

describe("decideRoute", () => {
  test("names the proxy, its protocol and the variable that chose it", () => {
    const environment = { https_proxy: "socks5h://user:pw@proxy.corp", no_proxy: "*.example.com" };
    expect(decideRoute({ client: "curl", url: "https://www.example.com/", environment })).toEqual({
      route: "proxy",
      proxy: "proxy.corp:1080",
      scheme: "socks5h",
      because: [
        { setting: "https_proxy", source: "environment", effect: "proxies" },
        { setting: "no_proxy", source: "environment", entry: "*.example.com", effect: "nearly-bypasses" },
      ],
    });
  });

  test("puts an IPv6 proxy within brackets", () => {
    const environment = { HTTP_PROXY: "http://[2001:db8::99]:3128" };
    const answer = decideRoute({ client: "go", url: "http://example.com/", environment });
    expect(answer).toMatchObject({ route: "proxy", proxy: "[2001:db8::99]:3128", scheme: "http" });
  });

  test("reads a JVM's options, and no variable for it", () => {
    const question = {
      client: "java",
      url: "http://example.com/",
      environment: { http_proxy: "http://p:1" },
    } as const;
    expect(decideRoute(question)).toEqual({
      route: "direct",
      because: [{ setting: "http_proxy", source: "environment", effect: "overlooked" }],
    });
    expect(decideRoute({ ...question, jvmOptions: "-Dhttp.proxyHost=p.corp" })).toEqual({
      route: "proxy",
      proxy: "p.corp:80",
      scheme: "http",
      because: [{ setting: "jvmOptions -Dhttp.proxyHost", source: "jvmOptions", effect: "proxies" }],
    });
  });

  test("takes a variable that is undefined for one that is missing", () => {
    const environment = { http_proxy: undefined, all_proxy: "http://p.corp:1" };
    expect(decideRoute({ client: "curl", url: "http://example.com/", environment })).toMatchObject({
      proxy: "p.corp:1",
    });
  });

  test("says why a setting cannot be used, and not what it holds", () => {
    const answer = decideRoute({
      client: "curl",
      url: "http://example.com/",
      environment: { http_proxy: "http://user:hu sh@proxy.corp" },
    });
    expect(answer).toEqual({
      route: "invalid",
      why: "curl stops: the proxy holds a blank or a control character",
      because: [{ setting: "http_proxy", source: "environment", effect: "breaks" }],
    });
  });

  test("leaves its argument as it was", () => {
    const question = Object.freeze({
      client: "go",
      url: "http://example.com/",
      environment: Object.freeze({ HTTP_PROXY: "http://p.corp:1" }),
    });
    expect(decideRoute(question)).toEqual(decideRoute(question));
  });

  test.each(["lynx", "toString", ""])("refuses the client %j", (client) => {
    const question = JSON.parse(JSON.stringify({ client, url: "http://example.com/" }));
    expect(() => decideRoute(question)).toThrow(
      new TypeError(`client must be one of ${CLIENT_NAMES.join(", ")}`),
    );
  });

  test.each([
    "",
    "example.com",
    "http://",
    "http:example.com",
    "/path",
    "ftp://example.com/",
    "ssh://example.com",
  ])("refuses the URL %j", (url) => {
    const wanted = new TypeError("url must be an absolute http: or https: URL with a host");
    expect(() => decideRoute({ client: "curl", url })).toThrow(wanted);
  });

  test.each<[string, unknown]>([
    ["version must hold a number", { client: "curl", url: "http://a.corp/", version: "junk" }],
    ["version must hold a number", { client: "curl", url: "http://a.corp/", version: "" }],
    ["url must be an absolute", { client: "curl" }],
    ["must hold strings", { client: "curl", url: "http://a.corp/", environment: { http_proxy: 5 } }],
    ["must hold strings", { client: "java", url: "http://a.corp/", jvmOptions: 5 }],
  ])("refuses with '%s' %j", (complaint, question) => {
    expect(() => decideRoute(JSON.parse(JSON.stringify(question)))).toThrow(TypeError);
    expect(() => decideRoute(JSON.parse(JSON.stringify(question)))).toThrow(complaint);
  });
});
