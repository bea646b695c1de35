import { readFileSync, writeFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { WORLD_NAMES } from "../../src/lab/worlds.ts";
import type { Report } from "../../src/model/report.ts";
import { renderJson } from "../../src/render/json.ts";
import { REPORT_SCHEMA } from "../../src/saved/schema.ts";
import { reportSchema } from "../rig/report-schema.ts";
import { reportOfScenario, reportOfWorld } from "../scenarios/reports.ts";
import { SCENARIOS } from "../scenarios/scenario.ts";

const file = new URL("../../docs/report.schema.json", import.meta.url);
const document: unknown = JSON.parse(readFileSync(file, "utf8"));
const isValid = new Ajv2020.default({ strict: true, allErrors: true }).compile(REPORT_SCHEMA);

test("the schema is what the types of the model say", () => {
  const generated = `${JSON.stringify(reportSchema(), null, 2)}\n`;
  if (process.env["UPDATE_DOCS"] !== undefined) writeFileSync(file, generated);
  expect(generated, "npm run schema writes it anew").toBe(readFileSync(file, "utf8"));
});

test("the schema says of every field what it is", () => {
  expect(undescribed(document, "")).toEqual([]);
});

describe("what is reported is valid by it", () => {
  test.each(SCENARIOS)("%s", async (name) => expectValid(await reportOfScenario(name)));
  test.each(WORLD_NAMES)("the world %s", async (name) => expectValid(await reportOfWorld(name)));
});

/** Places of fields that have no description. */
function undescribed(schema: unknown, place: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {}, ...rest }: { properties?: Record<string, { description?: string }> } = schema;
  const bare = Object.entries(properties).filter(([, { description = "" }]) => description.trim() === "");
  return [
    ...bare.map(([name]) => `${place}/${name}`),
    ...Object.entries({ ...properties, ...rest }).flatMap(([key, value]) =>
      undescribed(value, `${place}/${key}`),
    ),
  ];
}

function expectValid(report: Report): void {
  isValid(JSON.parse(renderJson(report)));
  expect(isValid.errors).toBeNull();
}
