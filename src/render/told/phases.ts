import { failureWords } from "../../messages/failures.ts";
import type { Observation } from "../../model/observation.ts";
import type { Failure, Phase } from "../../model/phase.ts";

/** The steps of an attempt with their times, and what the one that failed met: `dns 2 ms, tcp refused after 1 ms`. */
export function wordsForPhases(observation: Observation): string {
  if (observation.outcome === "broken") return `not measured: ${observation.error}`;
  return observation.phases.flatMap(wordsForPhase).join(", ");
}

function wordsForPhase(phase: Phase): readonly string[] {
  switch (phase.status) {
    case "ok":
      return [`${phase.name} ${Math.round(phase.ms)} ms`];
    case "skipped":
      return [];
    case "failed":
      return [
        `${phase.name} ${failureWords(phase.failure.code, phase.failure.alert)} after ${Math.round(phase.ms)} ms${besides(phase.failure)}`,
      ];
  }
}

/** What the failure's words do not say already. */
function besides({ code, errno, message }: Failure): string {
  const met = [errno, message].filter((each) => each !== undefined && each !== "" && each !== code);
  return met.length === 0 ? "" : ` (${met.join("; ")})`;
}
