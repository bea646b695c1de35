import CONFIG_SCHEMA from "../../docs/config.schema.json" with { type: "json" };
import FLEET_SCHEMA from "../../docs/fleet.schema.json" with { type: "json" };
import { REPORT_SCHEMA } from "../saved/schema.ts";
import { notOneOf } from "./did-you-mean.ts";
import { UsageError } from "./usage-error.ts";

/** What has a schema, as docs/ has it. */
const SCHEMAS = { report: REPORT_SCHEMA, config: CONFIG_SCHEMA, fleet: FLEET_SCHEMA } as const;

/** `schema`: the JSON Schema of a report, of a configuration file or of a fleet. */
export function schemaText(subject: string): string {
  if (!isSubject(subject)) throw new UsageError(`schema: ${notOneOf(subject, Object.keys(SCHEMAS))}`);
  return `${JSON.stringify(SCHEMAS[subject], null, 2)}\n`;
}

function isSubject(word: string): word is keyof typeof SCHEMAS {
  return Object.hasOwn(SCHEMAS, word);
}
