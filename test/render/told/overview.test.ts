import { expect, test } from "vitest";
import type { Setting } from "../../../src/model/setting.ts";
import { overviewOf } from "../../../src/render/told/overview.ts";
import { deadProxy } from "../reports.ts";

const setting: Setting = {
  name: "HTTP_PROXY",
  value: "http://10.0.0.33:3128",
  source: { kind: "environment" },
  exported: true,
};
const lint = { ...deadProxy, judges: "settings", decisions: [] } as const;

test.each([
  [[], "no proxy set"],
  [[setting], "no proxy in use"],
])("of settings that lead nothing through a proxy: %j", (settings, words) => {
  expect(overviewOf({ ...lint, settings }, []).subject).toContain(`, ${words}`);
});
