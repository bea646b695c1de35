import { readFile } from "node:fs/promises";
import { REPORT_SCHEMA } from "../saved/schema.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What has a schema. */
const SUBJECTS = ["report", "config", "fleet"] as const;
/** Beside the built program. */
const FILES = {
  config: new URL("../docs/config.schema.json", import.meta.url),
  fleet: new URL("../docs/fleet.schema.json", import.meta.url),
};

/** `schema`: the JSON Schema of a report, of a configuration file or of a fleet, as docs/ has it. */
export async function schemaText(subject: string): Promise<string> {
  const known = SUBJECTS.find((each) => each === subject);
  if (known === undefined) throw new UsageError(`schema: ${notOneOf(subject, SUBJECTS)}`);
  return known === "report" ? `${JSON.stringify(REPORT_SCHEMA, null, 2)}\n` : readFile(FILES[known], "utf8");
}
