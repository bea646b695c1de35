import { readFileSync, writeFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { jsonText } from "../../src/render/json-text.ts";
import { deadProxy, healthy, misroutedMetadata } from "../render/reports.ts";
import { fleetFrom, machine } from "../rig/fleet.ts";
import { fleetSchema } from "../rig/report-schema.ts";

const file = new URL("../../docs/fleet.schema.json", import.meta.url);

test("the schema is what the types of the model say", () => {
  const generated = `${JSON.stringify(fleetSchema(), null, 2)}\n`;
  if (process.env["UPDATE_DOCS"] !== undefined) writeFileSync(file, generated);
  expect(generated, "npm run schema writes it anew").toBe(readFileSync(file, "utf8"));
});

test("what is printed is valid by it", () => {
  const isValid = new Ajv2020.default({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(file, "utf8")),
  );
  const older = { ...machine(healthy, "one"), startedAt: "2026-11-20T00:00:00Z" };
  const reports = [healthy, misroutedMetadata, deadProxy].map((report, at) => machine(report, `box-${at}`));
  const fleet = fleetFrom([...reports, older, machine(healthy, "one")], [{ file: "x", why: "is empty" }]);
  isValid(JSON.parse(jsonText(fleet)));
  expect(isValid.errors).toBeNull();
});
