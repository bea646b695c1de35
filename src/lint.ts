import { examine, type Subject } from "./examine.ts";
import type { Report } from "./model/report.ts";

/** The settings alone: every rule that needs no measurement. No program is started, not even for its version. */
export function lint(request: Subject): Promise<Report> {
  return examine(request, { judges: "settings", asked: [], observe: async () => [] });
}
