import { expect, test } from "vitest";
import { predictRoutes } from "../../src/decide/predict-routes.ts";
import { environment } from "./clients/table.ts";

const settings = environment({ http_proxy: "http://proxy.corp:3128", no_proxy: "10.0.0.0/16" });
const curl = { client: "curl", named: "curl" } as const;
const go = { client: "go", named: "go" } as const;

test("goes URL by URL, and asks every client", () => {
  const routes = predictRoutes(["http://a.corp/", "http://b.corp/"], [curl, go], settings);
  expect(routes.map(({ url, client, decision }) => [url, client, decision.route])).toEqual([
    ["http://a.corp/", "curl", "proxy"],
    ["http://a.corp/", "go", "proxy"],
    ["http://b.corp/", "curl", "proxy"],
    ["http://b.corp/", "go", "proxy"],
  ]);
});

test("a client is taken for the version that is given, or for the usual one", () => {
  const old = { client: "curl", named: "curl@7.81.0", version: "7.81.0" } as const;
  expect(predictRoutes(["http://10.0.1.5/"], [old, curl], settings)).toMatchObject([
    { named: "curl@7.81.0", version: "7.81.0", isAssumed: false, decision: { route: "proxy" } },
    { named: "curl", version: "7.88.1", isAssumed: true, decision: { route: "direct" } },
  ]);
});
