import { type Examined, examine, type Subject } from "./examine.ts";
import type { Report } from "./model/report.ts";

/** Judges the settings alone, and looks for fixes. No program is started, not even for its version. */
export function examineSettings(request: Subject): Promise<Examined> {
  return examine(request, { judges: "settings", asked: [], observe: async () => [] });
}

/** The settings alone: every rule that needs no measurement. */
export async function lint(request: Subject): Promise<Report> {
  return (await examineSettings(request)).report;
}
