import { faulty, openReport, type Refused } from "./open-report.ts";
import { parseJson, parseShortJson } from "./parse-json.ts";
import { readerOf } from "./read-value.ts";
import { REPORT_SCHEMA, type Schema, type SchemaDocument } from "./schema.ts";

/** Which parts of a value are wanted: `whole`, or of an object, and of each item of a list, some fields. */
export type Shape = "whole" | { readonly [field: string]: Shape };

/** Parts of a report, read by the schema; or why a text is none. */
export type SavedParts = { readonly kind: "parts"; readonly parts: unknown } | Refused;

/** Makes a reader of parts of saved reports, which says nothing of how all else in them is. */
export function partsReader(shape: Shape): (text: string) => SavedParts {
  const read = readerOf({ ...narrowed(REPORT_SCHEMA, shape), $defs: REPORT_SCHEMA.$defs });
  return (text) => {
    const opened = openReport(text.length > SHORT ? parseJson(text) : parseShortJson(text));
    if (opened.kind === "refused") return opened;
    const reading = read(opened.fields);
    return "fault" in reading ? faulty(reading.fault) : { kind: "parts", parts: reading.value };
  };
}

/** Of what is no longer, however it is nested, the values fit into memory many times, and are not counted first. */
const SHORT = 1_048_576;

const DEFINITIONS: SchemaDocument["$defs"] = REPORT_SCHEMA.$defs;

/** A schema that asks for some parts alone. */
function narrowed(schema: Schema, shape: Shape): Schema {
  if (shape === "whole") return schema;
  const { $ref, anyOf, items, properties = {}, required = [], ...rest } = schema;
  if ($ref !== undefined) return narrowed(DEFINITIONS[$ref.replace("#/$defs/", "")] ?? {}, shape);
  if (anyOf !== undefined) return { ...rest, anyOf: anyOf.map((each) => narrowed(each, shape)) };
  if (items !== undefined) return { ...rest, items: narrowed(items, shape) };
  const wanted = Object.entries(shape).flatMap(([field, part]): [string, Schema][] => {
    const found = properties[field];
    return found === undefined ? [] : [[field, narrowed(found, part)]];
  });
  return {
    ...rest,
    properties: Object.fromEntries(wanted),
    required: required.filter((field) => Object.hasOwn(shape, field)),
  };
}
