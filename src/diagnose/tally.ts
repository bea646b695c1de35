import type { Target, TargetId } from "../model/target.ts";
import type { Verdict } from "./compare.ts";
import type { Case } from "./evidence.ts";
import { sortOf } from "./outage.ts";
import { isJudged, verdictOn } from "./traffic.ts";

/** Needed targets by what can be said of them, besides those of which a finding speaks. */
export type Tally = {
  /** Every component that calls them goes the right way. */
  readonly right: readonly TargetId[];
  /** Nobody can say whether they are reached the right way. */
  readonly unknown: readonly TargetId[];
  /** Ports of this machine's own that do not answer: as it should be before an install, an outage after it. */
  readonly unserved: readonly TargetId[];
};

/** What was judged, and with what outcome; without it, silence might pass for health. */
export function tallyOf(the: Case): Tally {
  const rows = the.needed
    .filter((target) => isJudged(the, target))
    .map((target) => ({ target, verdicts: verdictsOn(the, target) }));
  const those = (are: (verdicts: readonly Verdict[], target: Target) => boolean) =>
    rows.filter(({ target, verdicts }) => are(verdicts, target)).map(({ target }) => target.id);
  return {
    right: those((verdicts) => verdicts.length > 0 && verdicts.every((verdict) => verdict === "right")),
    unknown: those((verdicts) => verdicts.includes("unknown")),
    unserved: those((verdicts, target) => verdicts.includes("down") && sortOf(the, target) === "own"),
  };
}

function verdictsOn(the: Case, target: Target): readonly Verdict[] {
  return the.decisionsOn(target.id).map((decision) => verdictOn(the, target, decision));
}
