import type { Showing, Values } from "../model/change.ts";
import { type DecisionId, decisionId, type RoutingDecision } from "../model/decision.ts";
import { type Finding, type FindingId, rootsOf } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import { type AttemptId, failedPhase, type Observation } from "../model/observation.ts";
import type { Report } from "../model/report.ts";
import { type RouteId, routeId } from "../model/route.ts";
import type { SettingSource } from "../model/setting.ts";
import type { TargetId } from "../model/target.ts";

/** What one attempt showed, and of which it is. */
export type Shown = { readonly target: TargetId; readonly route: RouteId; readonly showing: Showing };

/** The values of one name in one place. */
export type Held = { readonly name: string; readonly place: string; readonly values: Values };

/** What is known of a machine after a check: as much of it as can be told apart from what another check knows. */
export type Known = {
  /** Those that stand on their own; what follows from them goes with them. */
  readonly findings: ReadonlyMap<FindingId, Finding>;
  readonly settings: ReadonlyMap<string, Held>;
  readonly ways: ReadonlyMap<DecisionId, RoutingDecision>;
  readonly shown: ReadonlyMap<AttemptId, Shown>;
};

/**
 * What a report says. What a check that ended early did not come to is as it was `before`, and a finding that is
 * missing there has not gone.
 */
export function knownFrom(report: Report, before?: Known): Known {
  const carried = report.stopped === undefined && report.toolErrors.length === 0 ? undefined : before;
  return {
    findings: new Map([
      ...(carried?.findings ?? []),
      ...rootsOf(report.findings).map((finding) => [finding.id, finding] as const),
    ]),
    settings: settingsOf(report),
    ways: new Map(report.decisions.map((decision) => [decisionId(decision), decision])),
    shown: new Map(report.observations.map((each) => [each.id, shownBy(each, carried)])),
  };
}

function settingsOf({ settings }: Report): ReadonlyMap<string, Held> {
  const same = groupBy(settings, ({ name, source }) => `${name} (${placeOf(source)})`);
  return new Map(
    [...same].flatMap(([key, [first, ...others]]) =>
      first === undefined
        ? []
        : [
            [
              key,
              {
                name: first.name,
                place: placeOf(first.source),
                values: [first, ...others].map(({ value }) => value),
              },
            ],
          ],
    ),
  );
}

/** Without the line and the process, which change while the setting does not. */
function placeOf(source: SettingSource): string {
  switch (source.kind) {
    case "environment":
      return "environment";
    case "file":
      return source.path;
    case "process":
      return source.program;
  }
}

function shownBy(observation: Observation, carried: Known | undefined): Shown {
  const { id, target, route } = observation;
  const showing = showingOf(observation);
  const earlier = showing.kind === "unmeasured" ? carried?.shown.get(id) : undefined;
  return earlier ?? { target, route: routeId(route), showing };
}

function showingOf(observation: Observation): Showing {
  if (observation.outcome === "broken") return { kind: "unmeasured" };
  if (observation.outcome === "ok") return { kind: "answered", by: observation.answeredBy };
  const { code, alert } = failedPhase(observation)?.failure ?? { code: "unknown" as const };
  if (code === "cancelled") return { kind: "unmeasured" };
  return { kind: "failed", code, ...(alert === undefined ? {} : { alert }) };
}
