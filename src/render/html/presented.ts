import type { Observation } from "../../model/observation.ts";
import type { Certificate } from "../../model/phase.ts";

/** The certificates that were presented in an attempt, by a proxy and by the target. */
export function certificatesIn(observation: Observation): readonly Certificate[] {
  if (observation.outcome === "broken") return [];
  return observation.phases.flatMap((phase) =>
    phase.status !== "skipped" && (phase.name === "tls" || phase.name === "proxy-tls")
      ? (phase.facts?.chain ?? [])
      : [],
  );
}
