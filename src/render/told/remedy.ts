import { wordsFor } from "../../messages/findings.ts";
import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { askNotes } from "./network-asks.ts";
import type { Note } from "./note.ts";

/** What to do about what no setting mends; where others are asked for it, what is to be done before, and what they are asked. */
export function remedyNotes(report: Report, finding: Finding): readonly Note[] {
  const { remedy, before = "" } = wordsFor(finding);
  const asks = askNotes(report, finding);
  return asks.length === 0
    ? [{ label: "do", texts: [remedy] }]
    : [{ label: "do", texts: [before].filter(Boolean) }, ...asks];
}
