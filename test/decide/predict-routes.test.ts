import { expect, test } from "vitest";
import { predictRoutes } from "../../src/decide/predict-routes.ts";
import { environment } from "./clients/table.ts";

const settings = environment({ http_proxy: "http://proxy.corp:3128", no_proxy: "10.0.0.0/16" });

test("goes URL by URL, and asks every client", () => {
  const routes = predictRoutes(["http://a.corp/", "http://b.corp/"], ["curl", "go"], settings);
  expect(routes.map(({ url, client, decision }) => [url, client, decision.route])).toEqual([
    ["http://a.corp/", "curl", "proxy"],
    ["http://a.corp/", "go", "proxy"],
    ["http://b.corp/", "curl", "proxy"],
    ["http://b.corp/", "go", "proxy"],
  ]);
});

test("a client is taken for the version that is given", () => {
  const wayOf = (version: string) =>
    predictRoutes(["http://10.0.1.5/"], ["curl"], settings, new Map([["curl", version]]))[0]?.decision.route;
  expect(wayOf("7.81.0")).toBe("proxy");
  expect(wayOf("7.88.1")).toBe("direct");
});
