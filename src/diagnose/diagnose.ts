import type { Finding, FindingCode } from "../model/finding.ts";
import type { TargetId } from "../model/target.ts";
import { causesOf } from "./causes.ts";
import { type Case, type Evidence, openCase } from "./evidence.ts";
import { RULES } from "./rules/index.ts";
import { isJudged, verdictOn } from "./traffic.ts";

/** What judging gave. */
export type Diagnosis = {
  readonly findings: readonly Finding[];
  /** Needed targets of which nobody can say whether they are reached the right way. */
  readonly unknown: readonly TargetId[];
  /** Rules of ours that broke. */
  readonly faults: readonly string[];
};

/** Applies every rule, then sets each consequence beneath its causes. A rule that breaks is our fault, not a finding. */
export function diagnose(evidence: Evidence): Diagnosis {
  const the = openCase(evidence);
  const faults: string[] = [];
  const found = (Object.keys(RULES) as readonly FindingCode[]).flatMap((code) => {
    try {
      return findingsOf(code, the);
    } catch (error) {
      faults.push(`rule ${code}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  const findings = found.map((each) => ({ ...each, causedBy: causesOf(each, found) }));
  return { findings, unknown: undecided(the), faults };
}

function findingsOf<C extends FindingCode>(code: C, the: Case): readonly Finding[] {
  return RULES[code](the).map(
    ({ about, ...draft }) =>
      ({
        id: `${code}:${about}`,
        code,
        ...draft,
        causedBy: [],
        fixes: [],
      }) as Finding,
  );
}

function undecided(the: Case): readonly TargetId[] {
  return the.needed
    .filter((target) => isJudged(the, target))
    .filter((target) =>
      the.decisionsOn(target.id).some((decision) => verdictOn(the, target, decision) === "unknown"),
    )
    .map(({ id }) => id);
}

/** Findings that stand on their own. */
export function roots(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ causedBy }) => causedBy.length === 0);
}
