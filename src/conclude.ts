import { internalHosts } from "../probes/internal-hosts.ts";
import { machineClock } from "./diagnose/clock.ts";
import { egressOf } from "./diagnose/egress.ts";
import { judge } from "./diagnose/judge.ts";
import type { Tally } from "./diagnose/tally.ts";
import { fixesFor, withFixes } from "./fix/fixes.ts";
import { workspaceOf } from "./fix/workspace.ts";
import { type Finding, rootsOf } from "./model/finding.ts";
import type { Observation } from "./model/observation.ts";
import type { Report, Summary } from "./model/report.ts";
import { isConfigured } from "./model/target.ts";

/** What was found on a machine and seen of its traffic, of which all else in a report follows. */
export type Facts = Pick<
  Report,
  | "installation"
  | "settings"
  | "fileFaults"
  | "files"
  | "unreadable"
  | "processes"
  | "trustStores"
  | "components"
  | "targets"
  | "narrowed"
  | "observations"
>;

/** What follows. */
export type Conclusions = Pick<
  Report,
  "decisions" | "trust" | "findings" | "fixes" | "summary" | "clock" | "egress" | "toolErrors"
>;

/** What of a report was found and seen. */
export function factsOf(report: Facts): Facts {
  const { installation, settings, fileFaults, files, unreadable, processes } = report;
  const { trustStores, components, targets, narrowed, observations } = report;
  return {
    installation,
    settings,
    fileFaults,
    files,
    unreadable,
    processes,
    trustStores,
    components,
    targets,
    ...(narrowed ? { narrowed } : {}),
    observations,
  };
}

/** Judges, and looks for fixes: the half of a report that a saved one gives again. */
export function conclude(facts: Facts): Conclusions {
  const { installation, settings, fileFaults, observations } = facts;
  const targets = facts.targets.filter(isConfigured);
  const circumstances = { ...facts, targets, internal: internalHosts(installation) };
  const judgement = judge(circumstances, { settings, fileFaults });
  const fixes = fixesFor(circumstances, judgement, workspaceOf(facts, facts.files));
  const findings = withFixes(judgement.findings, fixes);
  return {
    decisions: judgement.decisions,
    trust: judgement.trust,
    findings,
    fixes,
    summary: summarise(findings, judgement),
    ...clockIn({ installation, targets, observations }),
    egress: egressOf(observations),
    toolErrors: [...judgement.faults, ...observations.flatMap(faultOf)],
  };
}

function summarise(findings: readonly Finding[], { unknown, right, unserved }: Tally): Summary {
  const count = (severity: Finding["severity"]) =>
    rootsOf(findings).filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    unknown: unknown.length,
    right: right.length,
    unserved: unserved.length,
  };
}

function clockIn(measured: Parameters<typeof machineClock>[0]): Pick<Report, "clock"> {
  const clock = machineClock(measured);
  return clock === undefined ? {} : { clock };
}

function faultOf(observation: Observation): readonly string[] {
  return observation.outcome === "broken" ? [`${observation.id}: ${observation.error}`] : [];
}
