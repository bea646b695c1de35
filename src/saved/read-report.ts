import type { Report } from "../model/report.ts";
import { asJudged } from "./as-judged.ts";
import { faulty, openReport, type Refused } from "./open-report.ts";
import { parseJson } from "./parse-json.ts";
import { readerOf } from "./read-value.ts";
import { REPORT_SCHEMA } from "./schema.ts";
import { unusable } from "./unusable.ts";

/** A report that was saved; or why a text is none. */
export type SavedReport = { readonly kind: "report"; readonly report: Report } | Refused;

const readBySchema = readerOf(REPORT_SCHEMA);

/** Reads a report as `--format json` prints it, of this version of the schema or an earlier one. */
export function readReport(text: string): SavedReport {
  const opened = openReport(parseJson(text));
  if (opened.kind === "refused") return opened;
  const reading = readBySchema(opened.fields);
  if ("fault" in reading) return faulty(reading.fault);
  // The schema is made from the type.
  const report = reading.value as Report;
  const fault = unusable(report);
  return fault === undefined ? { kind: "report", report: asJudged(report) } : faulty(fault);
}
