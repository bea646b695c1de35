import { acceptanceOf } from "../decide/trust/acceptance.ts";
import type { ComponentId } from "../model/component.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { Reception } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { factsOf, type Observation } from "../model/observation.ts";
import type { PhaseFacts } from "../model/phase.ts";
import { type RouteId, routeId } from "../model/route.ts";
import type { Target, TargetId } from "../model/target.ts";
import type { Acceptance } from "../model/trust.ts";
import type { Case } from "./evidence.ts";
import { wayOf } from "./traffic.ts";

/** A certificate that a target, or someone in its place, presented on a route, and who goes that way. */
export type Presented = {
  readonly target: Target;
  readonly route: RouteId;
  readonly observation: Observation;
  readonly facts: PhaseFacts["tls"];
  readonly takers: readonly RoutingDecision[];
};

/** Replicated's console has a certificate of its own making, and whoever calls it does not look (domain-facts 2.5). */
const UNCHECKED: ReadonlySet<string> = new Set(["services-machine/console"]);

/** Every certificate that was presented for a needed target, in plan order. */
export function presentedIn(the: Case): readonly Presented[] {
  return the.observations.flatMap((observation) => {
    const target = the.needed.find(({ id }) => id === observation.target);
    const facts = factsOf(observation, "tls");
    if (target === undefined || facts?.chain[0] === undefined || UNCHECKED.has(target.id)) return [];
    const route = routeId(observation.route);
    const takers = the.decisionsOn(target.id).filter((decision) => wayOf(decision.route) === route);
    return [{ target, route, observation, facts, takers }];
  });
}

/** What each component makes of the certificates that it is shown: of several it refuses one, or accepts all. */
export function receptionOf(the: Case, shown: readonly Presented[]): Reception {
  const received = the.components.flatMap(({ id, version }) => {
    const decision = the.trust.find(({ component }) => component === id);
    const facts = shown.filter(({ takers }) => takers.some(({ component }) => component === id));
    if (decision === undefined || facts.length === 0) return [];
    const all = facts.map((each) => acceptanceOf(decision, each.facts, version));
    const acceptance = HEAVIEST.flatMap((says) => all.find((each) => each.says === says) ?? [])[0];
    const targets = facts
      .filter((_, at) => all[at]?.says === acceptance?.says)
      .map(({ target }) => target.id);
    return [{ id, acceptance, targets }];
  });
  const alike = groupBy(received, ({ acceptance }) => JSON.stringify(acceptance));
  const groups = [...alike.values()].map((same) => ({
    acceptance: same[0]?.acceptance,
    components: same.map(({ id }) => id),
    targets: [...new Set(same.flatMap(({ targets }) => targets))],
  }));
  return {
    refusing: groups.flatMap(({ acceptance, components, targets }) =>
      acceptance?.says === "refuses" ? [{ why: acceptance.why, components, targets }] : [],
    ),
    accepting: groups.flatMap(({ acceptance, components }) =>
      acceptance?.says === "accepts" ? components : [],
    ),
    unknown: unknownOf(groups),
  };
}

const HEAVIEST = ["refuses", "unknown", "accepts"] as const satisfies readonly Acceptance["says"][];

type Group = {
  readonly acceptance: Acceptance | undefined;
  readonly components: readonly ComponentId[];
  readonly targets: readonly TargetId[];
};

function unknownOf(groups: readonly Group[]): Reception["unknown"] {
  return (["not-found", "in-a-container"] as const).flatMap((because) => {
    const same = groups.filter(
      ({ acceptance }) =>
        acceptance?.says === "unknown" &&
        (acceptance.because === "in-a-container") === (because === "in-a-container"),
    );
    const components = same.flatMap((each) => each.components);
    const targets = [...new Set(same.flatMap((each) => each.targets))];
    return components.length === 0 ? [] : [{ because, components, targets }];
  });
}
