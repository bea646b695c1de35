import { describe, expect, test } from "vitest";
import { curl } from "../../../src/decide/clients/curl.ts";
import { EXCEPTIONS, OPTIONS, OWN_TESTS, PROXY, VALUES, VARIABLES } from "./curl-tables.ts";
import { answer, environment, routeOf, sparedBy } from "./table.ts";

/** A list, a URL, and the releases that find an entry for it: up to 7.85, 7.86, 7.87, 8.9 and 8.18. */
const BY_RELEASE: readonly (readonly [string, string, string])[] = [
  ["example.com", "http://example.com/", "yes yes yes yes yes"],
  ["example.com", "http://www.example.com/", "yes no yes yes yes"],
  [".example.com", "http://www.example.com/", "yes yes yes yes yes"],
  [".example.com", "http://notexample.com/", "no yes no no no"],
  ["example.com.", "http://example.com/", "no no yes yes yes"],
  ["example.com", "http://example.com./", "no no yes yes yes"],
  ["other,\texample.com", "http://example.com/", "no yes yes yes yes"],
  ["a b,example.com", "http://example.com/", "yes yes yes no no"],
  ["a, b,example.com", "http://example.com/", "yes yes yes yes yes"],
  ["a ,b,example.com", "http://example.com/", "yes yes yes yes yes"],
  ["10.0.0.0/16", "http://10.0.1.5/", "no yes yes yes yes"],
  ["10.0.0.0/16a", "http://10.0.1.5/", "no yes yes yes no"],
  ["10.0.1.5/", "http://10.0.1.5/", "no yes yes yes no"],
  ["1.5", "http://10.0.1.5/", "yes no no no no"],
  ["127.0.0.1", "http://127.1/", "no yes yes yes yes"],
  ["127.1", "http://127.1/", "yes no no no no"],
  ["::1", "http://[::1]/", "yes yes yes yes yes"],
  ["fd00::/8", "http://[fd00:ec2::254]/", "no no no no yes"],
  ["fd00:ec2:0::254", "http://[fd00:ec2::254]/", "no no no no yes"],
  ["fd00:ec2::254/129", "http://[fd00:ec2::254]/", "no no no no no"],
];

describe("curl", () => {
  test.each(VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(curl.decide(environment({ http_proxy: value }), "http://example.com/"))).toBe(expected);
  });

  test.each(VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(curl, row)).toEqual(row);
  });

  test.each(OPTIONS.map((row) => [row] as const))("with options, %j", (row) => {
    expect(answer(curl, row)).toEqual(row);
  });

  test.each([
    ["7.47.0", { "--proxy": PROXY, no_proxy: "*" }, PROXY],
    ["7.47.0", { http_proxy: PROXY, "--noproxy": "", no_proxy: "*" }, "direct"],
    ["7.47.0", { "--proxy": PROXY, "--noproxy": "*" }, "direct"],
    ["7.58.0", { "--proxy": PROXY, no_proxy: "*" }, "direct"],
  ])("%s with %j goes %s", (version, variables, expected) => {
    expect(routeOf(curl.decide(environment(variables), "http://example.com/", version))).toBe(expected);
  });

  test.each(EXCEPTIONS)("with the exceptions %j, %s is spared by %s", (list, url, entry) => {
    const variables = { http_proxy: PROXY, https_proxy: PROXY, no_proxy: list };
    const proxied = `proxies ${url.startsWith("https") ? "https_proxy" : "http_proxy"}`;
    const row = sparedBy(entry, "no_proxy", [variables, url, PROXY, proxied]);
    expect(answer(curl, row)).toEqual(row);
  });

  test.each(BY_RELEASE)("the exceptions %j spare %s: %s", (list, url, expected) => {
    const variables = environment({ http_proxy: PROXY, no_proxy: list });
    const spares = (release: string) => curl.decide(variables, url, release).route === "direct";
    const releases = ["7.68.0", "7.86.0", "7.88.1", "8.14.1", "8.18.0"];
    expect(releases.map((release) => (spares(release) ? "yes" : "no")).join(" ")).toBe(expected);
  });

  test.each(OWN_TESTS)("its own tests: %s with %j: %j", (host, list, spared) => {
    const variables = environment({ http_proxy: PROXY, no_proxy: list });
    expect(curl.decide(variables, `http://${host}/`).route).toBe(spared ? "direct" : "proxy");
  });

  test("compares no entry of 128 characters or more with an address", () => {
    const url = "http://10.0.1.5/";
    const spares = (bits: string) =>
      curl.decide(environment({ http_proxy: PROXY, no_proxy: `10.0.1.5/${bits}` }), url);
    expect(spares("0".repeat(118)).route).toBe("direct");
    expect(spares("0".repeat(119)).route).toBe("proxy");
  });

  test("tells a carriage return from other blanks", () => {
    const whyNot = (value: string) => {
      const decision = curl.decide(environment({ http_proxy: value }), "http://example.com/");
      return decision.route === "invalid" ? decision.why : decision.route;
    };
    expect(whyNot("http://proxy.corp:3128\r")).toContain("Windows line ends");
    expect(whyNot("http://proxy.corp:3128 ")).toContain("a blank or a control character");
  });

  test("names no part of a value that it refuses", () => {
    const decision = curl.decide(
      environment({ http_proxy: "http://user:hush@hush:hush@proxy" }),
      "http://example.com/",
    );
    expect(JSON.stringify(decision)).not.toContain("hush");
  });

  test("takes many stars in a list without delay", () => {
    const list = `${"*a".repeat(140)},${"*".repeat(299)}b`;
    const url = `http://${"a".repeat(60)}.example/`;
    expect(curl.decide(environment({ http_proxy: PROXY, no_proxy: list }), url).route).toBe("proxy");
  });
});
