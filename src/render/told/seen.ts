import { ANSWERS } from "../../messages/answers.ts";
import { failureWords } from "../../messages/failures.ts";
import { abridged, byRoute } from "../../messages/phrases.ts";
import type { Finding } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import { failedPhase, type Observation, phasesOf } from "../../model/observation.ts";
import { msOf, type Phase } from "../../model/phase.ts";
import type { Report } from "../../model/report.ts";
import { routeId } from "../../model/route.ts";

/** Addresses in a clause; the report has them all. */
const MOST_ADDRESSES = 3;

/** What was measured of what a finding rests on, with its figures: one sentence for each route. */
export function wordsForSeen(
  { observations }: Report,
  { evidence }: Pick<Finding, "evidence">,
): readonly string[] {
  const ids = new Set(evidence);
  const seen = observations.filter(({ id }) => ids.has(id));
  return [...groupBy(seen, ({ route }) => routeId(route))].map(([route, same]) => {
    const results = [...groupBy(same, resultOf)];
    const clauses = results.map(([result, alike]) => clause(result, alike, same.length));
    return `${byRoute(route)}: ${clauses.join("; ")}`;
  });
}

/** What an attempt came to, without its figures. */
function resultOf(observation: Observation): string {
  if (observation.outcome === "broken") return "not measured";
  if (observation.outcome === "ok") {
    return observation.answeredBy === "target" ? "ok" : ANSWERS[observation.answeredBy];
  }
  const { code, alert } = failedPhase(observation)?.failure ?? { code: "unknown" as const, alert: undefined };
  return failureWords(code, alert);
}

function clause(result: string, alike: readonly Observation[], all: number): string {
  const phases = alike.map(phasesOf);
  const statuses = unique(phases.flatMap((each) => each.flatMap(statusOf)));
  const addresses = result === "ok" ? [] : unique(phases.flatMap((each) => each.flatMap(triedIn)));
  return [
    `${all === 1 ? "" : `${alike.length} of ${all} `}${result} ${result === "ok" ? "in" : "after"} ${spanOf(phases.map(msOf))}`,
    ...(statuses.length === 0 || result === "ok" ? [] : [`status ${statuses.join(", ")}`]),
    ...(addresses.length === 0 ? [] : [`at ${abridged(addresses, MOST_ADDRESSES)}`]),
  ].join(", ");
}

/** `43 ms`, `14 to 43 ms`, `5.0 s`. */
function spanOf(times: readonly number[]): string {
  const [least, most] = [Math.min(...times), Math.max(...times)].map(duration);
  if (least === undefined || most === undefined || least === most) return most ?? "";
  return least.endsWith(" ms") === most.endsWith(" ms")
    ? `${least.split(" ")[0]} to ${most}`
    : `${least} to ${most}`;
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function statusOf(phase: Phase): readonly number[] {
  if (phase.status === "failed") return phase.failure.status === undefined ? [] : [phase.failure.status];
  const isAnswer = phase.status === "ok" && phase.name === "response";
  return isAnswer && phase.facts.status !== undefined ? [phase.facts.status] : [];
}

/** Addresses to which no connection came about. */
function triedIn(phase: Phase): readonly string[] {
  if (phase.status !== "failed") return [];
  const { facts } = phase;
  return facts !== undefined && "tries" in facts ? (facts.tries ?? []).map(({ address }) => address) : [];
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
