import { failedPhase, type Observation, proxyOf } from "../model/observation.ts";
import type { ProxyId } from "../model/route.ts";
import type { Evidence } from "./evidence.ts";

/** Attempts through a proxy that came to an end of their own. */
export function attemptsThrough(
  { observations }: Pick<Evidence, "observations">,
  proxy: ProxyId,
): readonly Observation[] {
  return observations.filter(
    (each) =>
      proxyOf(each) === proxy && each.outcome !== "broken" && failedPhase(each)?.failure.code !== "cancelled",
  );
}
