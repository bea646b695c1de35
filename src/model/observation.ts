import type { Failure, FailureCode, Phase, PhaseFacts, PhaseName } from "./phase.ts";
import type { ProxyId, Route, RouteId } from "./route.ts";
import type { Target, TargetId } from "./target.ts";

/** `<target>@<route>`. */
export type AttemptId = string;

/** One target along one route. */
export type Attempt = { readonly id: AttemptId; readonly target: Target; readonly route: Route };

/** Whose words came back: a block page with status 200 is not the target's. */
export type AnsweredBy = "target" | "proxy" | "someone-else" | "unknown";

/** What a PAC script answered for a target: the entry that was taken, and those before it whose proxy was not reached. */
export type ScriptsAnswer = {
  /** What the script said, whole. */
  readonly answer: string;
  readonly chose: RouteId;
  /** Entries before that one, whose proxy was not reached. */
  readonly passedOver: readonly { readonly route: RouteId; readonly failure: FailureCode }[];
};

/** What one attempt showed. At most one phase failed. `broken` is a fault of proxy-doctor's own. */
export type Observation =
  | {
      readonly id: AttemptId;
      readonly target: TargetId;
      readonly route: Route;
      /** Whether the true target answered. */
      readonly outcome: "ok" | "failed";
      readonly answeredBy: AnsweredBy;
      /** The proxy or filter that wrote the answer, where it gives itself away. */
      readonly product?: string;
      readonly script?: ScriptsAnswer;
      /** The steps, in order. */
      readonly phases: readonly Phase[];
    }
  | {
      readonly id: AttemptId;
      readonly target: TargetId;
      readonly route: Route;
      /** Whether the true target answered. */
      readonly outcome: "broken";
      /** What went wrong in proxy-doctor itself. */
      readonly error: string;
    };

/** The id of an attempt; its observation has the same. */
export function attemptId(target: TargetId, route: RouteId): AttemptId {
  return `${target}@${route}`;
}

/** The product that wrote an answer which is not the target's, where it gave itself away. */
export function productIn(observation: Observation): string | undefined {
  return observation.outcome === "broken" ? undefined : observation.product;
}

/** The steps of an attempt; none of one that a fault of our own broke off. */
export function phasesOf(observation: Observation): readonly Phase[] {
  return observation.outcome === "broken" ? [] : observation.phases;
}

/** The phase that failed, with its failure. */
export function failedPhase(
  observation: Observation,
): { readonly name: PhaseName; readonly failure: Failure } | undefined {
  return observation.outcome === "broken" ? undefined : failedPhaseOf(observation.phases);
}

/** The one of several phases that failed, with its failure. */
export function failedPhaseOf(
  phases: readonly Phase[],
): { readonly name: PhaseName; readonly failure: Failure } | undefined {
  return phases.find((phase) => phase.status === "failed");
}

/** What a phase left behind, where it was reached and succeeded. */
export function factsOf<N extends PhaseName>(observation: Observation, name: N): PhaseFacts[N] | undefined {
  if (observation.outcome === "broken") return undefined;
  const phase = observation.phases.find((each): each is Extract<Phase, { name: N }> => each.name === name);
  return phase?.status === "ok" ? (phase.facts as PhaseFacts[N]) : undefined;
}

/** The proxy an observation went through. */
export function proxyOf(observation: Observation): ProxyId | undefined {
  return observation.route.kind === "proxy" ? observation.route.proxy : undefined;
}
