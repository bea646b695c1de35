import { stateOf } from "../diagnose/compare.ts";
import type { Judgement } from "../diagnose/judge.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { Finding } from "../model/finding.ts";
import type { FixVerdict } from "../model/fix.ts";
import { type AttemptId, attemptId, type Observation } from "../model/observation.ts";
import { routeId } from "../model/route.ts";

/**
 * One thing that a finding says something of: `<code> <component>><target>` or, where it speaks of no
 * component's way, `<code> <attempt>`. A finding that grows says more of them under the same id.
 */
export type Complaint = string;

/** All that findings complain of. */
export function complaintsOf(findings: readonly Finding[]): readonly Complaint[] {
  return findings.flatMap(({ code, evidence }) => {
    const decisions = evidence.filter((id) => id.includes(">"));
    return (decisions.length > 0 ? decisions : evidence).map((id) => `${code} ${id}`);
  });
}

/** What judging again says of a change that claims to end some complaints. */
export function verdictOn(
  claimed: readonly Complaint[],
  before: Judgement,
  after: Judgement,
  observations: readonly Observation[],
): FixVerdict {
  const known = new Set(complaintsOf(before.findings.filter(weighs)));
  const left = complaintsOf(after.findings.filter(weighs));
  if (left.some((complaint) => !known.has(complaint))) return "makes-worse";
  if (complaintsOf(after.findings).some((complaint) => claimed.includes(complaint))) return "no-effect";
  return selectsUnknown(before, after, observations) ? "unmeasured" : "verified";
}

function weighs({ severity }: Finding): boolean {
  return severity !== "info";
}

/** Whether the change sends someone along a route of which nothing is known. */
function selectsUnknown(before: Judgement, after: Judgement, observations: readonly Observation[]): boolean {
  const known = new Set(observations.filter((each) => stateOf(each) !== "unknown").map(({ id }) => id));
  const selected = new Set(before.decisions.map(selects));
  return after.decisions.map(selects).some((id) => id !== undefined && !selected.has(id) && !known.has(id));
}

function selects({ target, route }: RoutingDecision): AttemptId | undefined {
  return route.kind === "invalid" ? undefined : attemptId(target, routeId(route));
}
