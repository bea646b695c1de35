import CONFIG_SCHEMA from "../../docs/config.schema.json" with { type: "json" };
import { REPORT_SCHEMA } from "../saved/schema.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What has a schema. */
const SUBJECTS = ["report", "config"] as const;

/** `schema`: the JSON Schema of a report or of a configuration file, as docs/ has it. */
export function schemaText(subject: string): string {
  const known = SUBJECTS.find((each) => each === subject);
  if (known === undefined) throw new UsageError(`schema: ${notOneOf(subject, SUBJECTS)}`);
  return `${JSON.stringify(known === "config" ? CONFIG_SCHEMA : REPORT_SCHEMA, null, 2)}\n`;
}
