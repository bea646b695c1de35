import { REPORT_SCHEMA } from "../saved/schema.ts";

/** `schema`: the JSON Schema of a report, as docs/report.schema.json has it. */
export function reportSchemaText(): string {
  return `${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`;
}
