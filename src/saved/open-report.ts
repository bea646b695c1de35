import { SCHEMA_VERSION } from "../model/report.ts";
import { describeFault, type Fault } from "./fault.ts";
import type { ParsedJson } from "./parse-json.ts";
import { type Fields, isFields } from "./reader.ts";
import { upgraded } from "./upgrades.ts";

/** Why a text is no report that can be read, in one line that names the place and the value. */
export type Refused = { readonly kind: "refused"; readonly why: string };

/** The fields of a report of any version so far, as one of today has them, and not looked at yet. */
export type OpenedReport = { readonly kind: "opened"; readonly fields: Fields } | Refused;

/** Tells a report from other JSON by its schemaVersion, and brings it up to date. */
export function openReport(json: ParsedJson): OpenedReport {
  if (json.kind === "broken") return refused(json.why);
  if (!isFields(json.value) || !Object.hasOwn(json.value, "schemaVersion")) {
    return refused("is no report of proxy-doctor: it names no schemaVersion");
  }
  const { schemaVersion } = json.value;
  if (!isVersion(schemaVersion)) {
    return faulty({ at: ["schemaVersion"], expected: ["the number of a version"], found: schemaVersion });
  }
  if (schemaVersion > SCHEMA_VERSION) return refused(tooNew(json.value, schemaVersion));
  const fields = upgraded(json.value, schemaVersion);
  const { startedAt } = fields;
  return typeof startedAt === "string" && !isTime(startedAt)
    ? faulty({ at: ["startedAt"], expected: ["a time such as 2019-10-01T12:00:00.000Z"], found: startedAt })
    : { kind: "opened", fields };
}

/** Refuses a report for one fault. */
export function faulty(fault: Fault): Refused {
  return refused(describeFault(fault));
}

function isVersion(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

/** In UTC, so that of two reports the one that is newer by its text is newer. */
function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function tooNew({ tool }: Fields, version: number): string {
  const writer = isFields(tool) && typeof tool["version"] === "string" ? ` ${tool["version"]}` : "";
  return `has schemaVersion ${version}, and ${SCHEMA_VERSION} is the newest that can be read here; read it with the proxy-doctor${writer} that wrote it`;
}

function refused(why: string): Refused {
  return { kind: "refused", why };
}
