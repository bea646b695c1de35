import { expect, test } from "vitest";
import { Secret } from "../../src/model/secret.ts";
import { renderJson } from "../../src/render/json.ts";
import { report } from "./build.ts";
import { misroutedMetadata } from "./reports.ts";

test("the report comes back as it went in", () => {
  const text = renderJson(misroutedMetadata);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(misroutedMetadata)));
  expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n[\s\S]*\n\}\n$/);
});

test("characters that a terminal obeys are escaped, and read back the same", () => {
  const hostile = "\u001b[2J \u009b31m \u007f \u202e \u2028 \u{e0001} \n";
  const text = renderJson(report({ toolErrors: [hostile] }));
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  expect(JSON.parse(text).toolErrors).toEqual([hostile]);
});

test("a secret is masked", () => {
  const setting = {
    name: "HTTP_PROXY",
    value: "http://user:***@10.0.0.33:3128",
    credentials: new Secret("user:hunter2"),
    exported: true,
    source: { kind: "environment" },
  } as const;
  const text = renderJson(report({ settings: [setting] }));
  expect(text).not.toContain("hunter2");
  expect(JSON.parse(text).settings[0].credentials).toBe("***");
});
