import { attemptId, failedPhase } from "../model/observation.ts";
import type { Failure } from "../model/phase.ts";
import type { ProxyId } from "../model/route.ts";
import { endpointOf, type Target, type TargetId } from "../model/target.ts";
import type { Case } from "./evidence.ts";

/** Targets for which a proxy answered with a failure of its own. */
export type Refused = {
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly ports: readonly number[];
  /** Status of the first one's answer. */
  readonly status?: number;
  readonly evidence: readonly string[];
};

/** The needed targets, of those that count, whose attempt through a proxy failed so; none where there is none. */
export function refusedBy(
  the: Case,
  proxy: ProxyId,
  counts: (target: Target, failure: Failure) => boolean,
): Refused | undefined {
  const refused = the.needed.flatMap((target) => {
    const observation = the.observation(target.id, proxy);
    const failure = observation === undefined ? undefined : failedPhase(observation)?.failure;
    if (failure === undefined) return [];
    return counts(target, failure) ? [{ target, status: failure.status }] : [];
  });
  const [first, ...others] = refused;
  if (first === undefined) return undefined;
  const targets = [first.target.id, ...others.map(({ target }) => target.id)] as const;
  return {
    targets,
    ports: [...new Set(refused.map(({ target }) => endpointOf(target.url).port))],
    ...(first.status === undefined ? {} : { status: first.status }),
    evidence: targets.map((target) => attemptId(target, proxy)),
  };
}
