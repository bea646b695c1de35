import CONFIG_SCHEMA from "../../docs/config.schema.json" with { type: "json" };
import FLEET_SCHEMA from "../../docs/fleet.schema.json" with { type: "json" };
import { REPORT_SCHEMA } from "../saved/schema.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What has a schema. */
const SCHEMAS = { report: REPORT_SCHEMA, config: CONFIG_SCHEMA, fleet: FLEET_SCHEMA };
const SUBJECTS = ["report", "config", "fleet"] as const;

/** `schema`: the JSON Schema of a report, of a configuration file or of a fleet, as docs/ has it. */
export function schemaText(subject: string): string {
  const known = SUBJECTS.find((each) => each === subject);
  if (known === undefined) throw new UsageError(`schema: ${notOneOf(subject, SUBJECTS)}`);
  return `${JSON.stringify(SCHEMAS[known], null, 2)}\n`;
}
