import { unreadable } from "../../discover/file-text.ts";
import type { FileRead } from "../../discover/machine.ts";
import { LARGEST_REPORT } from "../saved-report.ts";

/** What may be a report: where it stands, and its text or why there is none. */
export type ReportText = { readonly file: string; readonly read: FileRead };

/** What is said of a report that is larger than any. */
export const TOO_LARGE = unreadable(`is larger than ${LARGEST_REPORT / 1_048_576} MiB`);

/** Whether something is taken for a report by its name, where many things lie together. */
export function isReportName(name: string): boolean {
  return /\.json$/i.test(name);
}
