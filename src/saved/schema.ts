import document from "../../docs/report.schema.json" with { type: "json" };

/** The part of JSON Schema (2020-12) in which reports are described. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Of an object whose keys are not known: what each of its values is. */
  readonly additionalProperties?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** A schema with the parts that it refers to as `#/$defs/<name>`. */
export type SchemaDocument = Schema & { readonly $defs: Readonly<Record<string, Schema>> };

/** What a report is, as docs/report.schema.json says it, which is made from the types. */
export const REPORT_SCHEMA: SchemaDocument = document;
