import { describe, expect, test } from "vitest";
import { git } from "../../../src/decide/clients/git.ts";
import { PROXY } from "./curl-tables.ts";
import { GIT_CONFIGURED, GIT_EXCEPTIONS, GIT_VALUES, GIT_VARIABLES } from "./git-tables.ts";
import { answer, environment, routeOf } from "./table.ts";

describe("git", () => {
  test.each(GIT_VALUES)("reads the proxy %j as %s", (value, expected) => {
    expect(routeOf(git.decide(environment({ http_proxy: value }), "http://example.com/"))).toBe(expected);
  });

  test.each(GIT_VARIABLES.map((row) => [row] as const))("%j", (row) => {
    expect(answer(git, row)).toEqual(row);
  });

  test.each(GIT_EXCEPTIONS)("with %j, %s goes %s", (variables, url, expected) => {
    expect(routeOf(git.decide(environment({ http_proxy: PROXY, ...variables }), url))).toBe(expected);
  });

  test.each(GIT_CONFIGURED.map((row) => [row] as const))("configured, %j", (row) => {
    expect(answer(git, row)).toEqual(row);
  });

  test.each([
    ["2.7.4", { http_proxy: "ftp://proxy.corp:3128" }, "invalid"],
    ["2.7.4", { "http.proxy": PROXY, http_proxy: "ftp://proxy.corp:3128" }, PROXY],
    ["2.8.0", { http_proxy: "ftp://proxy.corp:3128" }, "http://proxy.corp:3128"],
    ["2.17.1", { http_proxy: PROXY, no_proxy: "10.0.0.0/16" }, PROXY],
    ["2.39.5", { http_proxy: PROXY, no_proxy: "10.0.0.0/16" }, "direct"],
  ])("git %s with %j goes %s to 10.0.1.5", (version, variables, expected) => {
    expect(routeOf(git.decide(environment(variables), "http://10.0.1.5/", version))).toBe(expected);
  });
});
