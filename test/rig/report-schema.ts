import { fileURLToPath } from "node:url";
import type { JSONSchema7, JSONSchema7Definition } from "json-schema";
import {
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
  StringType,
  type SubNodeParser,
} from "ts-json-schema-generator";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A type of the model, and what its schema is called. */
type Described = { readonly file: string; readonly type: string; readonly title: string };

const REPORT: Described = { file: "report.ts", type: "Report", title: "A report of proxy-doctor" };
const FLEET: Described = {
  file: "fleet.ts",
  type: "Fleet",
  title: "Many machines' reports as one, by proxy-doctor fleet",
};

/** As JSON, a secret is the text that stands in its place. */
const SECRET: SubNodeParser = {
  supportsNode: (node) => /^export class Secret\b/.test(node.getText()),
  createType: () => new StringType(),
};

/** The JSON Schema (2020-12) of a report, made from the types of the model and what is said of them there. */
export function reportSchema(): JSONSchema7 {
  return schemaOf(REPORT);
}

/** The same of a fleet. */
export function fleetSchema(): JSONSchema7 {
  return schemaOf(FLEET);
}

function schemaOf({ file, type, title }: Described): JSONSchema7 {
  const config: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: here(`src/model/${file}`),
    tsconfig: here("tsconfig.json"),
    type,
    skipTypeCheck: true,
    topRef: false,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(SECRET));
  const generator = new SchemaGenerator(program, parser, createFormatter(config), config);
  const { $schema: _, definitions = {}, ...whole } = generator.createSchema(type);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...described(whole, definitions),
    $defs: each(definitions, (schema) => described(schema, definitions)),
  };
}

type Definitions = Readonly<Record<string, JSONSchema7Definition>>;

/** A schema in which every text is one line, and what is of a named type is described by that where nothing else is. */
function described(schema: JSONSchema7Definition, definitions: Definitions): JSONSchema7 {
  if (typeof schema === "boolean") throw new Error("no field of a report is of any type");
  const inner = (part: JSONSchema7Definition) => described(part, definitions);
  const { $ref, description, properties, items, anyOf, additionalProperties, ...rest } = schema;
  // Within a version fields may be added, so nothing is said of those that are not known.
  const values = additionalProperties === false ? undefined : additionalProperties;
  const name = $ref?.replace("#/definitions/", "");
  const text = description ?? (name === undefined ? undefined : textOf(definitions[name]));
  if (Array.isArray(items)) throw new Error("no list of a report has items of several kinds");
  return {
    ...(text === undefined ? {} : { description: text.replace(/\s+/g, " ").trim() }),
    ...(name === undefined ? {} : { $ref: `#/$defs/${name}` }),
    ...rest,
    ...(properties === undefined ? {} : { properties: each(properties, inner) }),
    ...(values === undefined ? {} : { additionalProperties: inner(values) }),
    ...(items === undefined ? {} : { items: inner(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(inner) }),
  };
}

function each<T, U>(fields: Readonly<Record<string, T>>, made: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, made(value)]));
}

function textOf(schema: JSONSchema7Definition | undefined): string | undefined {
  return typeof schema === "object" ? schema.description : undefined;
}
