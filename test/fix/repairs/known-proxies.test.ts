import { expect, test } from "vitest";
import { knownProxy } from "../../../src/fix/repairs/known-proxies.ts";
import { readSettings } from "../../../src/formats/index.ts";

const known = (proxy: string) =>
  knownProxy(readSettings({ path: "/etc/environment", loader: "env-file", text: `http_proxy="${proxy}"\n` }));

test("a proxy that is named whole is known, with its login masked", () => {
  expect(known("http://bob:S3cr%23t@10.0.0.33:3128")).toEqual({
    login: "bob:***@",
    host: "10.0.0.33",
    port: 3128,
  });
});

test.each(["#", "/", "?"])("one in whose login a raw %j stands is no model for another", (sign) => {
  expect(known(`http://bob:S3cr${sign}t@10.0.0.33:3128`)).toBeUndefined();
});
