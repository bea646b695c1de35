import { ANSWERS } from "../../messages/answers.ts";
import { FAILURES, failureInCell } from "../../messages/failures.ts";
import { attemptId, failedPhase, type Observation } from "../../model/observation.ts";
import { msOf } from "../../model/phase.ts";
import type { Report } from "../../model/report.ts";
import type { TargetId } from "../../model/target.ts";
import { lookupsIn } from "./lookups.ts";
import { GLUE, type Piece } from "./tone.ts";

/** What a failure on some route is worth: a `wanted` route is one that a component takes or a finding rests on. */
type Weight = "wanted" | "nobody's";

/** What one route to one target did, for one cell. */
export function pieceFor(report: Report, target: TargetId, route: string): Piece {
  const id = attemptId(target, route);
  const observation = lookupsIn(report).observations.get(id);
  if (observation === undefined) return { tone: "quiet", text: `–${GLUE}not measured` };
  if (observation.outcome === "broken") return { tone: "warn", text: `?${GLUE}not measured` };
  if (isAnotherMachines(report, observation)) return { tone: "bad", text: `✗${GLUE}another machine` };
  const weight = weightOf(report, observation);
  if (observation.outcome === "ok") return answered(observation, weight);
  const { code, alert } = failedPhase(observation)?.failure ?? { code: "unknown" as const, alert: undefined };
  if (code === "cancelled") return { tone: "warn", text: `?${GLUE}${FAILURES.cancelled}` };
  return wrong(failureInCell(code, alert), weight);
}

function answered(observation: Extract<Observation, { phases: unknown }>, weight: Weight): Piece {
  const { answeredBy, phases } = observation;
  switch (answeredBy) {
    case "target":
      return { tone: "good", text: `✓${GLUE}ok ${Math.round(msOf(phases))}${GLUE}ms` };
    case "unknown":
      return { tone: "warn", text: `?${GLUE}${ANSWERS.unknown}` };
    case "proxy":
    case "someone-else":
      return wrong(ANSWERS[answeredBy], weight);
  }
}

/** A route that nobody needs may be closed: that is shown, and is no alarm. */
function wrong(words: string, weight: Weight): Piece {
  return weight === "wanted"
    ? { tone: "bad", text: `✗${GLUE}${words}` }
    : { tone: "quiet", text: `·${GLUE}${words}` };
}

function weightOf(report: Report, { id }: Observation): Weight {
  return lookupsIn(report).wanted.has(id) ? "wanted" : "nobody's";
}

function isAnotherMachines(report: Report, { id, route }: Observation): boolean {
  return route.kind === "proxy" && lookupsIn(report).anothers.has(id);
}
