import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderJson } from "../../src/render/json.ts";
import { describeFault } from "../../src/saved/fault.ts";
import { readerOf } from "../../src/saved/read-value.ts";
import { REPORT_SCHEMA, type SchemaDocument } from "../../src/saved/schema.ts";
import { mutated } from "../rig/mutated.ts";
import { reportOfScenario } from "../scenarios/reports.ts";

const read = readerOf(REPORT_SCHEMA);
const isValid = new Ajv2020.default({ strict: true }).compile(REPORT_SCHEMA);

describe("a value is read by its schema", () => {
  test("as another validator reads it, however it was changed", async () => {
    const names = [
      "page-pasted-into-customizations",
      "proxy-wants-credentials",
      "interception-that-only-some-stores-know",
    ];
    for (const name of names) {
      const report: unknown = JSON.parse(renderJson(await reportOfScenario(name)));
      fc.assert(
        fc.property(mutated(report), (value) => {
          expect("value" in read(value)).toBe(isValid(value));
        }),
        { numRuns: 300 },
      );
    }
  });

  const shapes: SchemaDocument = {
    type: "object",
    required: ["shape"],
    properties: {
      shape: { $ref: "#/$defs/Shape" },
      notes: { type: "object", additionalProperties: { type: "string" } },
    },
    $defs: {
      Shape: {
        anyOf: [
          {
            type: "object",
            required: ["kind", "radius"],
            properties: { kind: { const: "circle" }, radius: { type: "number" } },
          },
          {
            type: "object",
            required: ["kind", "sides"],
            properties: {
              kind: { const: "polygon" },
              sides: { type: "array", items: { anyOf: [{ type: "number" }, { enum: ["long", "short"] }] } },
            },
          },
        ],
      },
    },
  };
  const readShape = readerOf(shapes);

  test("without the fields that it does not name, and with every key where any may be", () => {
    const value: unknown = JSON.parse(
      '{"shape": {"kind": "circle", "radius": 1, "colour": "red"}, "notes": {"__proto__": "a", "b": "c"}, "__proto__": {"x": 1}}',
    );
    const reading = readShape(value);
    expect("value" in reading && JSON.stringify(reading.value)).toBe(
      '{"shape":{"kind":"circle","radius":1},"notes":{"__proto__":"a","b":"c"}}',
    );
  });

  test.each([
    ["[]", "the whole: a list is not an object"],
    ["{}", "shape is missing"],
    ['{"shape": null}', "shape: null is not an object"],
    ['{"shape": {"kind": "square"}}', 'shape.kind: "square" is not "circle" or "polygon"'],
    ['{"shape": {"kind": "circle"}}', "shape.radius is missing"],
    ['{"shape": {"kind": "circle", "radius": "1"}}', 'shape.radius: "1" is not a number'],
    ['{"shape": {"kind": "circle", "radius": 1e999}}', "shape.radius: Infinity is not a number"],
    [
      '{"shape": {"kind": "polygon", "sides": [1, "wide"]}}',
      'shape.sides[1]: "wide" is not a number, "long" or "short"',
    ],
    [
      '{"shape": {"kind": "circle", "radius": 1}, "notes": {"a b": []}}',
      'notes["a b"]: a list is not a text',
    ],
  ])("%s is refused in one line", (text, why) => {
    const reading = readShape(JSON.parse(text));
    expect("fault" in reading && describeFault(reading.fault)).toBe(why);
  });
});
