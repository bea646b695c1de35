import type { ComponentId } from "../model/component.ts";
import { groupBy } from "../model/group-by.ts";
import { attemptId, failedPhase, type Observation } from "../model/observation.ts";
import type { FailureCode } from "../model/phase.ts";
import type { RouteId } from "../model/route.ts";
import type { Target, TargetId } from "../model/target.ts";
import { type Availability, availability } from "./compare.ts";
import type { Case } from "./evidence.ts";
import { allowedStates, hostsOf, isJudged } from "./traffic.ts";

/** Why a route does not serve. */
export type RouteFailure = { readonly route: RouteId; readonly code: FailureCode | "answered-by-another" };

/** Targets of one service that no allowed route serves, for the same causes. */
export type Outage = {
  readonly hosts: readonly string[];
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly components: readonly ComponentId[];
  readonly failures: readonly RouteFailure[];
  readonly evidence: readonly string[];
};

/** Needed targets in this state of availability. */
export function outages(
  the: Case,
  kind: Extract<Availability, "timing-out" | "unreachable">,
): readonly Outage[] {
  const down = the.needed
    .filter((target) => isJudged(the, target) && !isOwnService(the, target))
    .map((target) => ({ target, routes: [...allowedStates(the, target).entries()] }))
    .filter(({ routes }) => availability(routes.map(([, state]) => state)) === kind)
    .map(({ target, routes }) => ({
      target,
      failures: routes.map(([route]) => failureOf(route, the.observation(target.id, route))),
    }));
  const keyOf = ({ target, failures }: (typeof down)[number]) =>
    JSON.stringify([target.id.split("/")[0], failures]);
  return [...groupBy(down, keyOf).values()].flatMap((same): readonly Outage[] => {
    const [first, ...others] = same;
    if (first === undefined) return [];
    const { target, failures } = first;
    const targets = [target.id, ...others.map((other) => other.target.id)] as const;
    return [
      {
        hosts: hostsOf(same.map((each) => each.target)),
        targets,
        components: [
          ...new Set(targets.flatMap((id) => the.decisionsOn(id).map(({ component }) => component))),
        ],
        failures,
        evidence: targets.flatMap((id) => failures.map(({ route }) => attemptId(id, route))),
      },
    ];
  });
}

/** Before an install nothing listens on the Services machine, and that is no fault of a network's. */
export function isOwnService({ installation }: Pick<Case, "installation">, target: Target): boolean {
  return installation.role === "services" && target.id.startsWith("services-machine/");
}

function failureOf(route: RouteId, observation: Observation | undefined): RouteFailure {
  const failure = observation === undefined ? undefined : failedPhase(observation)?.failure;
  return { route, code: failure?.code ?? "answered-by-another" };
}
