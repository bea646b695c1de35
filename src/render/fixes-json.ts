import type { FileOutcome, PlannedFile } from "../model/file-change.ts";
import type { Report } from "../model/report.ts";
import { jsonText } from "./json-text.ts";
import { isVerified } from "./told/fixes.ts";
import { restartsOf } from "./told/restarts.ts";

/** What may be changed, or has been, as JSON: docs/report.md describes it. `restart` is what the verified ones want. */
export function renderFixesJson(
  { schemaVersion, findings, fixes }: Report,
  files: readonly (FileOutcome | PlannedFile)[],
): string {
  return jsonText({ schemaVersion, findings, fixes, files, restart: restartsOf(fixes.filter(isVerified)) });
}
