import { type DecisionId, decisionId, type RoutingDecision } from "../../model/decision.ts";
import { type Finding, heaviestByEvidence, heaviestOf, type Severity } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import { type AttemptId, attemptId, type Observation } from "../../model/observation.ts";
import { onceFor } from "../../model/once-for.ts";
import type { Report } from "../../model/report.ts";
import { routeId } from "../../model/route.ts";
import type { TargetId } from "../../model/target.ts";

/** What a table asks of a report for each of its cells, looked up once: there are thousands. */
type Lookups = {
  readonly observations: ReadonlyMap<AttemptId, Observation>;
  readonly decisions: ReadonlyMap<TargetId, readonly RoutingDecision[]>;
  /** What some component takes, or a finding rests on. */
  readonly wanted: ReadonlySet<AttemptId | DecisionId>;
  /** Attempts that were answered with the metadata of another machine. */
  readonly anothers: ReadonlySet<AttemptId | DecisionId>;
  /** The heaviest of what is said against a way. */
  readonly against: ReadonlyMap<AttemptId | DecisionId, Severity>;
};

/** The lookups of a report. */
export const lookupsIn = onceFor(({ observations, decisions, findings }: Report): Lookups => {
  const taken = decisions.flatMap(({ target, route }) =>
    route.kind === "invalid" ? [] : [attemptId(target, routeId(route))],
  );
  return {
    observations: new Map(observations.map((each) => [each.id, each])),
    decisions: groupBy(decisions, ({ target }) => target),
    wanted: new Set([...taken, ...evidenceOf(findings)]),
    anothers: new Set(evidenceOf(findings.filter(({ code }) => code === "metadata-of-another-machine"))),
    against: heaviestByEvidence(findings.filter(({ code }) => ROUTING_CODES.has(code))),
  };
});

function evidenceOf(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ evidence }) => evidence);
}

/** What is said against the way that is taken, and not of whether it works. */
const ROUTING_CODES: ReadonlySet<Finding["code"]> = new Set([
  "misrouted-to-proxy",
  "misrouted-direct",
  "avoidable-proxying",
  "proxy-url-malformed",
]);

/** The heaviest of what is said against some decisions. */
export function heaviestAgainst(report: Report, decisions: readonly RoutingDecision[]): Severity | undefined {
  const { against } = lookupsIn(report);
  return heaviestOf(decisions.map((decision) => against.get(decisionId(decision))));
}
