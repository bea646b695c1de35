import { attemptId, failedPhase, productIn } from "../model/observation.ts";
import type { Failure } from "../model/phase.ts";
import type { ProxyId } from "../model/route.ts";
import { endpointOf, type Target, type TargetId } from "../model/target.ts";
import type { Case } from "./evidence.ts";

/** Targets for which a proxy answered with a failure of its own. */
export type Refused = {
  readonly targets: readonly [TargetId, ...TargetId[]];
  readonly ports: readonly number[];
  /** Status of the first one's answer, and the product that gave it away. */
  readonly answer: { readonly status?: number; readonly product?: string };
  /** What the proxy says it met, where it says the same of all. */
  readonly errno?: string;
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
    if (observation === undefined || failure === undefined) return [];
    return counts(target, failure) ? [{ target, failure, product: productIn(observation) }] : [];
  });
  const [first, ...others] = refused;
  if (first === undefined) return undefined;
  const targets = [first.target.id, ...others.map(({ target }) => target.id)] as const;
  const { status, errno } = first.failure;
  const product = refused.find((each) => each.product !== undefined)?.product;
  const isOfAll = others.every(({ failure }) => failure.errno === errno);
  return {
    targets,
    ports: [...new Set(refused.map(({ target }) => endpointOf(target.url).port))],
    answer: {
      ...(status === undefined ? {} : { status }),
      ...(product === undefined ? {} : { product }),
    },
    ...(errno === undefined || !isOfAll ? {} : { errno }),
    evidence: targets.map((target) => attemptId(target, proxy)),
  };
}
