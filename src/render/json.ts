import type { Report } from "../model/report.ts";
import { jsonText } from "./json-text.ts";

/** A report as JSON, as docs/report.md describes it. */
export function renderJson(report: Report): string {
  return jsonText(report);
}
