import { type Branch, oneOfSeveral } from "./one-of-several.ts";
import { fieldsOf, listOf, ofKind, oneOf, type Reader, valuesOf } from "./reader.ts";
import type { Schema, SchemaDocument } from "./schema.ts";

/**
 * Makes a reader of a schema, once for many values. What it gives is a copy of what the schema names and nothing
 * else, so that no other key of a text, and no depth of nesting, goes further.
 */
export function readerOf({ $defs, ...whole }: SchemaDocument): Reader {
  const made = new Map<Schema, Reader>();
  const compile = (schema: Schema): Reader => {
    const meant = resolve(schema, $defs);
    const reader = made.get(meant) ?? make(meant);
    made.set(meant, reader);
    return reader;
  };
  const make = (schema: Schema): Reader => {
    if (schema.anyOf !== undefined) {
      const branches = branchesOf(schema, $defs);
      return oneOfSeveral(
        branches.map((branch) => ({ read: compile(branch), marks: marksOf(branch, $defs) })),
      );
    }
    const values = valuesIn(schema);
    if (values !== undefined) return oneOf(values);
    switch (schema.type) {
      case "string":
        return ofKind("a text", (value) => typeof value === "string");
      case "number":
        return ofKind("a number", Number.isFinite);
      case "boolean":
        return ofKind("true or false", (value) => typeof value === "boolean");
      case "array":
        return listOf(compile(schema.items ?? {}));
      case "object": {
        if (schema.additionalProperties !== undefined) return valuesOf(compile(schema.additionalProperties));
        const fields = Object.entries(schema.properties ?? {});
        return fieldsOf(schema, new Map(fields.map(([key, field]) => [key, compile(field)])));
      }
      default:
        throw new Error(`a schema of a kind that is not read: ${JSON.stringify(schema)}`);
    }
  };
  return compile(whole);
}

type Definitions = SchemaDocument["$defs"];

/** What a schema refers to, or itself. */
function resolve(schema: Schema, definitions: Definitions): Schema {
  if (schema.$ref === undefined) return schema;
  const meant = definitions[schema.$ref.replace("#/$defs/", "")];
  if (meant === undefined) throw new Error(`no such definition: ${schema.$ref}`);
  return resolve(meant, definitions);
}

/** All that a value may be by a schema, alternatives within alternatives among them. */
function branchesOf(schema: Schema, definitions: Definitions): readonly Schema[] {
  const meant = resolve(schema, definitions);
  return meant.anyOf?.flatMap((branch) => branchesOf(branch, definitions)) ?? [meant];
}

function marksOf({ properties = {}, required = [] }: Schema, definitions: Definitions): Branch["marks"] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const values = valuesIn(resolve(schema, definitions));
    return values === undefined || !required.includes(key) ? [] : [{ key, values }];
  });
}

/** The values that a schema lists, where it lists them. */
function valuesIn({ const: only, enum: several }: Schema): readonly unknown[] | undefined {
  return only === undefined ? several : [only];
}
