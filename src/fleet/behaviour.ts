import { decisionId } from "../model/decision.ts";
import { type Finding, heaviestByEvidence, heaviestOf, rootsOf } from "../model/finding.ts";
import type { FleetCell, FleetFinding, FleetWay, WayResult } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import { attemptId } from "../model/observation.ts";
import { routeId } from "../model/route.ts";
import { inOrder } from "./in-order.ts";
import { keptTarget } from "./kept.ts";
import type { PartialObservation, ReportParts } from "./report-parts.ts";

/** What a machine does, by which it is told from others: nothing of it is a machine's own address, name or time. */
export type Behaviour = Pick<ReportParts["installation"], "role" | "egress"> &
  Pick<ReportParts, "judges"> & {
    readonly cells: readonly FleetCell[];
    /** Each code once, in the order of their names. */
    readonly findings: readonly Omit<FleetFinding, "what">[];
  };

type Decision = ReportParts["decisions"][number];

/** How a machine behaves, by its report; machines whose behaviours are equal as JSON behave alike. */
export function behaviourOf(parts: ReportParts): Behaviour {
  const { installation, judges, findings } = parts;
  const { role, egress } = installation;
  return { role, egress, judges, cells: cellsOf(parts), findings: foundIn(findings) };
}

function cellsOf({ targets, decisions, observations, findings, judges }: ReportParts): readonly FleetCell[] {
  const against = heaviestByEvidence(findings);
  const seen = new Map(observations.map((each) => [each.id, each]));
  const byTarget = groupBy(decisions, ({ target }) => target);
  const wayOf = (decision: Decision): Omit<FleetWay, "components"> => {
    const weight = against.get(decisionId(decision));
    const { route, target } = decision;
    const observed = route.kind === "invalid" ? undefined : seen.get(attemptId(target, routeId(route)));
    return {
      way: route.kind,
      result: judges === "settings" ? "not-measured" : resultOf(observed),
      ...(weight === undefined ? {} : { against: weight }),
    };
  };
  const cells = targets.map(({ id, unconfigured }): FleetCell => {
    const alike = groupBy(byTarget.get(id) ?? [], (decision) => JSON.stringify(wayOf(decision)));
    const ways = [...alike].map(
      ([way, same]): FleetWay => ({
        ...(JSON.parse(way) as Omit<FleetWay, "components">),
        components: inOrder([...new Set(same.map(({ component }) => component))], (each) => each),
      }),
    );
    const ordered = inOrder(ways, (each) => JSON.stringify(each));
    return {
      target: keptTarget(id),
      ways: ordered,
      ...(unconfigured === undefined ? {} : { unconfigured: true }),
    };
  });
  return inOrder(cells, ({ target }) => target);
}

function resultOf(observed: PartialObservation | undefined): WayResult {
  if (observed === undefined || observed.outcome === "broken") return "not-measured";
  if (observed.outcome === "ok") return ANSWERED[observed.answeredBy ?? "unknown"];
  return observed.phases?.find(({ status }) => status === "failed")?.failure?.code ?? "unknown";
}

const ANSWERED = {
  target: "ok",
  proxy: "answered-by-proxy",
  "someone-else": "answered-by-someone-else",
  unknown: "answered-unclearly",
} as const satisfies Readonly<Record<NonNullable<PartialObservation["answeredBy"]>, WayResult>>;

function foundIn(findings: readonly Finding[]): Behaviour["findings"] {
  const roots = new Set(rootsOf(findings));
  const found = [...groupBy(findings, ({ code }) => code)].map(([code, same]) => ({
    code,
    severity: heaviestOf(same.map(({ severity }) => severity)) ?? "info",
    ...(same.some((each) => roots.has(each)) ? {} : { follows: true as const }),
  }));
  return inOrder(found, ({ code }) => code);
}
