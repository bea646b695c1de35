import { type Attempt, attemptId } from "./model/observation.ts";
import { DIRECT, type ProxyEndpoint, routeId, routeThrough } from "./model/route.ts";
import type { Target, TargetId } from "./model/target.ts";

/** Every target on every route: direct first, then each proxy, in target order. */
export function plan(targets: readonly Target[], proxies: readonly ProxyEndpoint[]): readonly Attempt[] {
  return targets.flatMap((target) =>
    [DIRECT, ...proxies.map((proxy) => routeThrough(proxy, target))].map(
      (route): Attempt => ({ id: attemptId(target.id, routeId(route)), target, route }),
    ),
  );
}

/** The part of a list that `--only` and `--skip` leave: each names a target or a whole probe. */
export function select<T extends { readonly id: TargetId }>(
  entries: readonly T[],
  only: readonly string[],
  skip: readonly string[],
): readonly T[] {
  const named = (id: TargetId, names: readonly string[]) =>
    names.includes(id) || names.includes(id.split("/")[0] ?? "");
  return entries.filter(({ id }) => (only.length === 0 || named(id, only)) && !named(id, skip));
}
