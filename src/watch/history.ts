import type { SeenChange } from "../model/change.ts";
import type { FindingId } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import { changesBetween } from "./changes-between.ts";
import { type Known, knownFrom } from "./known.ts";

/** More changes than a person reads; older ones are forgotten, so that watching for weeks costs nothing. */
const MOST_KEPT = 50;

/** What watching a machine has shown so far. Times are ISO 8601. */
export type History = {
  readonly rounds: number;
  /** The end of the last round. */
  readonly at: string;
  /** When what is known was first so. */
  readonly since: string;
  readonly known: Known;
  /** Since when each finding is there. */
  readonly found: ReadonlyMap<FindingId, string>;
  /** The last of them, the oldest first. */
  readonly changes: readonly SeenChange[];
  /** Those that the last round showed. */
  readonly latest: readonly SeenChange[];
};

/** What is known after one more round; `history` is absent before the first. */
export function afterRound(history: History | undefined, report: Report): History {
  const at = new Date(Date.parse(report.startedAt) + report.durationMs).toISOString();
  const known = knownFrom(report, history?.known);
  const changes = history === undefined ? [] : changesBetween(history.known, known);
  const latest = changes.map((change): SeenChange => ({ at, change }));
  return {
    rounds: (history?.rounds ?? 0) + 1,
    at,
    since: history === undefined || latest.length > 0 ? at : history.since,
    known,
    found: new Map([...known.findings.keys()].map((id) => [id, history?.found.get(id) ?? at])),
    changes: [...(history?.changes ?? []), ...latest].slice(-MOST_KEPT),
    latest,
  };
}
