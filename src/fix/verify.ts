import { roots } from "../diagnose/diagnose.ts";
import type { Judgement } from "../diagnose/judge.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { Finding, FindingId } from "../model/finding.ts";
import type { FixVerdict } from "../model/fix.ts";
import { type AttemptId, attemptId, failedPhase, type Observation } from "../model/observation.ts";

/** What judging again says of a fix that claims to mend some findings. */
export function verdictOn(
  claimed: readonly FindingId[],
  before: Judgement,
  after: Judgement,
  observations: readonly Observation[],
): FixVerdict {
  if (selectsUnmeasured(before, after, observations)) return "unmeasured";
  const known = new Set(before.findings.map(({ id }) => id));
  if (roots(after.findings).some((finding) => weighs(finding) && !known.has(finding.id)))
    return "makes-worse";
  return after.findings.some(({ id }) => claimed.includes(id)) ? "no-effect" : "verified";
}

function weighs({ severity }: Finding): boolean {
  return severity !== "info";
}

/** Whether the patch sends someone along a route of which nothing is known. */
function selectsUnmeasured(
  before: Judgement,
  after: Judgement,
  observations: readonly Observation[],
): boolean {
  const measured = new Set(observations.filter(isMeasured).map(({ id }) => id));
  const selected = new Set(before.decisions.map(selects));
  return after.decisions
    .map(selects)
    .some((id) => id !== undefined && !selected.has(id) && !measured.has(id));
}

function isMeasured(observation: Observation): boolean {
  return observation.outcome !== "broken" && failedPhase(observation)?.failure.code !== "cancelled";
}

function selects({ target, route }: RoutingDecision): AttemptId | undefined {
  return route.kind === "invalid" ? undefined : attemptId(target, route);
}
