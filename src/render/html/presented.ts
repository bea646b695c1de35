import { type Observation, phasesOf } from "../../model/observation.ts";
import type { Certificate } from "../../model/phase.ts";

/** The certificates that were presented in an attempt, by a proxy and by the target. */
export function certificatesIn(observation: Observation): readonly Certificate[] {
  return phasesOf(observation).flatMap((phase) =>
    phase.status !== "skipped" && (phase.name === "tls" || phase.name === "proxy-tls")
      ? (phase.facts?.chain ?? [])
      : [],
  );
}
