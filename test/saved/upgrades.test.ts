import { expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../src/model/report.ts";
import { UPGRADES, upgraded } from "../../src/saved/upgrades.ts";

test("a report of an earlier version is upgraded step by step", () => {
  const upgrades = {
    1: ({ began, ...report }: { readonly [key: string]: unknown }) => ({ ...report, startedAt: began }),
    2: (report: { readonly [key: string]: unknown }) => ({ ...report, durationMs: 0 }),
  };
  expect(upgraded({ began: "then", judges: "settings" }, 1, upgrades)).toMatchObject({
    startedAt: "then",
    durationMs: 0,
    judges: "settings",
  });
  expect(upgraded({ startedAt: "then" }, 2, upgrades)).toMatchObject({ startedAt: "then", durationMs: 0 });
});

test("there is an upgrade for every earlier version", () => {
  expect(Object.keys(UPGRADES)).toEqual(
    Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => String(at + 1)),
  );
});

test("what is there keeps its order, and what was added later is filled in", () => {
  const report = upgraded({ installation: { role: "services" }, settings: [] }, SCHEMA_VERSION);
  expect(Object.keys(report).slice(0, 2)).toEqual(["installation", "settings"]);
  expect(report["installation"]).toEqual({
    role: "services",
    onEc2: "unknown",
    init: "unknown",
    programs: {},
    found: {},
  });
});
