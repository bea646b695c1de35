import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";

describe("the library", () => {
  test("answers which way a client goes, and because of what, from its argument alone", () => {
    const environment = { http_proxy: "http://10.0.0.33:3128", no_proxy: "10.0.1.238" };
    expect(library.decideRoute({ client: "curl", url: "http://169.254.169.254/", environment })).toEqual({
      route: "proxy",
      proxy: "10.0.0.33:3128",
      scheme: "http",
      because: [{ setting: "http_proxy", source: "environment", effect: "proxies" }],
    });
    expect(library.decideRoute({ client: "curl", url: "http://10.0.1.238/", environment })).toMatchObject({
      route: "direct",
      because: [{ setting: "no_proxy", entry: "10.0.1.238", effect: "bypasses" }],
    });
  });

  test("offers these and no more", () => {
    expect(Object.keys(library).sort()).toEqual([
      "check",
      "decideRoute",
      "diagnose",
      "readReport",
      "replay",
      "systemMachine",
      "systemNetwork",
    ]);
  });
});
