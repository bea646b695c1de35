import type { Severity } from "../../model/finding.ts";
import { attemptId } from "../../model/observation.ts";
import type { Report } from "../../model/report.ts";
import { routeId } from "../../model/route.ts";
import type { Target, TargetId, Unconfigured } from "../../model/target.ts";

/**
 * Targets in the order in which they are to be looked at: those that somebody calls in vain, or that an error speaks of;
 * those that a warning speaks of; the others.
 */
export function worstFirst(report: Report): readonly (Target | Unconfigured)[] {
  const vain = calledInVain(report);
  const [error, warning] = [accused(report, "error"), accused(report, "warning")];
  const rank = (id: TargetId) => (vain.has(id) || error.has(id) ? 0 : warning.has(id) ? 1 : 2);
  return report.targets.toSorted((one, other) => rank(one.id) - rank(other.id));
}

function calledInVain({ observations, decisions }: Report): ReadonlySet<TargetId> {
  const answered = new Map(
    observations.map((each) => [each.id, each.outcome === "ok" && each.answeredBy === "target"]),
  );
  const inVain = decisions.filter(
    ({ target, route }) =>
      route.kind === "invalid" || answered.get(attemptId(target, routeId(route))) === false,
  );
  return new Set(inVain.map(({ target }) => target));
}

function accused({ findings }: Report, severity: Severity): ReadonlySet<TargetId> {
  const same = findings.filter((finding) => finding.severity === severity);
  return new Set(same.flatMap(({ args }) => ("targets" in args ? args.targets : [])));
}
