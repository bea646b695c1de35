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
export type RouteFailure = {
  readonly route: RouteId;
  readonly code: FailureCode | "answered-by-another";
  readonly alert?: number;
};

/** Targets of one service, or of all where it is the resolver, that no allowed route serves, for the same causes. */
export type Outage = {
  readonly hosts: readonly string[];
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly components: readonly ComponentId[];
  readonly failures: readonly RouteFailure[];
  readonly evidence: readonly string[];
};

/** An availability that is none. */
type Down = Extract<Availability, "timing-out" | "unreachable">;

/**
 * What an outage is about: the `console`, which an administrator can reach by a tunnel; a `port` that a Nomad client
 * needs; this machine's `own` service, which before an install is no fault of a network's; any other `target`.
 */
type OutageOf = "console" | "port" | "own" | "target";

/** Outages of this sort among the needed targets, one for each service and set of causes. */
export function outages(the: Case, sort: OutageOf, kinds: readonly Down[]): readonly Outage[] {
  const down = the.needed
    .filter((target) => isJudged(the, target) && sortOf(the, target) === sort)
    .map((target) => ({ target, routes: [...allowedStates(the, target).entries()] }))
    .filter(({ routes }) => {
      const state = availability(routes.map(([, each]) => each));
      return kinds.some((kind) => kind === state);
    })
    .map(({ target, routes }) => ({
      target,
      failures: routes.map(([route]) => failureOf(route, the.observation(target.id, route))),
    }));
  const keyOf = ({ target, failures }: (typeof down)[number]) =>
    JSON.stringify([isResolvers(failures) ? "any" : target.id.split("/")[0], failures]);
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

/** What an outage of this target would be about. */
export function sortOf({ installation }: Pick<Case, "installation">, { id }: Target): OutageOf {
  if (!id.startsWith("services-machine/")) return "target";
  if (installation.role === "services") return "own";
  if (id === "services-machine/console") return "console";
  return installation.role === "nomad-client" ? "port" : "target";
}

/** Whether no name is looked up, which is one trouble, whatever hosts it keeps from being reached. */
function isResolvers(failures: readonly RouteFailure[]): boolean {
  return failures.every(({ code }) => code.startsWith("resolver-"));
}

function failureOf(route: RouteId, observation: Observation | undefined): RouteFailure {
  const failure = observation === undefined ? undefined : failedPhase(observation)?.failure;
  return {
    route,
    code: failure?.code ?? "answered-by-another",
    ...(failure?.alert === undefined ? {} : { alert: failure.alert }),
  };
}
