import { factsOf, type Observation } from "../model/observation.ts";
import type { Egress } from "../model/report.ts";
import { routeId } from "../model/route.ts";

/** The address that requests come from on each route, where someone who tells it to callers was reached. */
export function egressOf(observations: readonly Observation[]): readonly Egress[] {
  return observations.flatMap((observation) => {
    const address = factsOf(observation, "response")?.callerAddress;
    return address === undefined ? [] : [{ route: routeId(observation.route), address }];
  });
}
