import { readFile } from "node:fs/promises";
import { REPORT_SCHEMA } from "../saved/schema.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What has a schema. */
const SUBJECTS = ["report", "config"] as const;
/** Beside the built program. */
const CONFIG_SCHEMA = new URL("../docs/config.schema.json", import.meta.url);

/** `schema`: the JSON Schema of a report or of a configuration file, as docs/ has it. */
export async function schemaText(subject: string): Promise<string> {
  const known = SUBJECTS.find((each) => each === subject);
  if (known === undefined) throw new UsageError(`schema: ${notOneOf(subject, SUBJECTS)}`);
  return known === "config" ? readFile(CONFIG_SCHEMA, "utf8") : `${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`;
}
