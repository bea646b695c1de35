import type { Finding, FindingCode } from "../model/finding.ts";
import { harmless } from "../model/secret-patterns.ts";
import { causesOf } from "./causes.ts";
import { type Case, type Evidence, openCase } from "./evidence.ts";
import { RULES } from "./rules/index.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** What judging gave. */
export type Diagnosis = Tally & {
  readonly findings: readonly Finding[];
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
      const message = error instanceof Error ? error.message : String(error);
      faults.push(`rule ${code}: ${harmless(message)}`);
      return [];
    }
  });
  const findings = found.map((each) => ({ ...each, causedBy: causesOf(each, found) }));
  return { findings, ...tallyOf(the), faults };
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
