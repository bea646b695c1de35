import { type Report, SCHEMA_VERSION } from "../model/report.ts";
import { asJudged } from "./as-judged.ts";
import { describeFault, type Fault } from "./fault.ts";
import { parseJson } from "./parse-json.ts";
import { readerOf } from "./read-value.ts";
import { type Fields, isFields } from "./reader.ts";
import { REPORT_SCHEMA } from "./schema.ts";
import { unusable } from "./unusable.ts";
import { upgraded } from "./upgrades.ts";

/** A report that was saved; or, in one line that names the place and the value, why a text is none. */
export type SavedReport =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "refused"; readonly why: string };

const readBySchema = readerOf(REPORT_SCHEMA);

/** Reads a report as `--format json` prints it, of this version of the schema or an earlier one. */
export function readReport(text: string): SavedReport {
  const json = parseJson(text);
  if (json.kind === "broken") return refused(json.why);
  if (!isFields(json.value) || !Object.hasOwn(json.value, "schemaVersion")) {
    return refused("is no report of proxy-doctor: it names no schemaVersion");
  }
  const { schemaVersion } = json.value;
  if (!isVersion(schemaVersion)) {
    return faulty({ at: ["schemaVersion"], expected: ["the number of a version"], found: schemaVersion });
  }
  if (schemaVersion > SCHEMA_VERSION) return refused(tooNew(json.value, schemaVersion));
  const reading = readBySchema(upgraded(json.value, schemaVersion));
  if ("fault" in reading) return faulty(reading.fault);
  // The schema is made from the type.
  const report = reading.value as Report;
  const fault = unusable(report);
  return fault === undefined ? { kind: "report", report: asJudged(report) } : faulty(fault);
}

function isVersion(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

function tooNew({ tool }: Fields, version: number): string {
  const writer = isFields(tool) && typeof tool["version"] === "string" ? ` ${tool["version"]}` : "";
  return `has schemaVersion ${version}, and ${SCHEMA_VERSION} is the newest that can be read here; read it with the proxy-doctor${writer} that wrote it`;
}

function faulty(fault: Fault): SavedReport {
  return refused(describeFault(fault));
}

function refused(why: string): SavedReport {
  return { kind: "refused", why };
}
