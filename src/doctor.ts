import { PROBES } from "../probes/index.ts";
import { internalHosts } from "../probes/internal-hosts.ts";
import { componentsOf } from "./decide/components.ts";
import { decide } from "./decide/decide.ts";
import { proxiesNamed } from "./decide/proxies.ts";
import { roots } from "./diagnose/diagnose.ts";
import { judge } from "./diagnose/judge.ts";
import type { Tally } from "./diagnose/tally.ts";
import { ALL_PROGRAMS, discover } from "./discover/discover.ts";
import type { Machine } from "./discover/machine.ts";
import { fixesFor, withFixes } from "./fix/fixes.ts";
import { workspaceOf } from "./fix/workspace.ts";
import { type MeasureOptions, measure } from "./measure/measure.ts";
import type { Network } from "./measure/network.ts";
import type { Component } from "./model/component.ts";
import type { Finding } from "./model/finding.ts";
import type { InstallationFlags } from "./model/installation.ts";
import type { Observation } from "./model/observation.ts";
import type { ProgramName } from "./model/program.ts";
import { type Report, SCHEMA_VERSION, type Summary } from "./model/report.ts";
import type { Proxy } from "./model/route.ts";
import type { Setting } from "./model/setting.ts";
import { isConfigured, type Target } from "./model/target.ts";
import { plan, select } from "./plan.ts";

/** Whose settings are judged, and of what installation. */
export type LintRequest = {
  readonly machine: Machine;
  readonly flags: InstallationFlags;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly clock: () => Date;
  readonly version: string;
};

/** What to check, and the world to check it in. Times are in milliseconds. */
export type CheckRequest = LintRequest & {
  readonly network: Network;
  /** Proxies to measure through besides those that settings name. */
  readonly proxies: readonly Proxy[];
  readonly measuring: MeasureOptions;
  /** Ends the run early; its reason is `deadline` or `interrupt`. */
  readonly signal: AbortSignal;
};

/** The main job: from a machine to a report of what goes which way, what is wrong, and what mends it. */
export async function check(request: CheckRequest): Promise<Report> {
  const { network, measuring, signal } = request;
  const report = await examine(request, {
    judges: "traffic",
    asked: ALL_PROGRAMS,
    observe: async (components, targets, settings) => {
      const proxies = proxiesNamed(decide(components, targets, settings), settings, request.proxies);
      return measure(plan(targets, [...proxies.values()]), proxies, network, measuring, signal);
    },
  });
  if (!signal.aborted) return report;
  return { ...report, stopped: signal.reason === "interrupt" ? "interrupt" : "deadline" };
}

/** The settings alone: every rule that needs no measurement. No program is started, not even for its version. */
export function lint(request: LintRequest): Promise<Report> {
  return examine(request, { judges: "settings", asked: [], observe: async () => [] });
}

/** What is judged, the programs that are asked their versions for it, and what was seen of the traffic. */
type Examination = {
  readonly judges: Report["judges"];
  readonly asked: readonly ProgramName[];
  readonly observe: (
    components: readonly Component[],
    targets: readonly Target[],
    settings: readonly Setting[],
  ) => Promise<readonly Observation[]>;
};

async function examine(
  { machine, flags, only, skip, clock, version }: LintRequest,
  { judges, asked, observe }: Examination,
): Promise<Report> {
  const startedAt = clock();
  const discovery = await discover(machine, flags, asked);
  const { installation, settings, fileFaults, files, unreadable, processes } = discovery;
  const components = componentsOf(installation.role, installation.programs);
  const entries = select(
    Object.values(PROBES).flatMap((probe) => probe(installation)),
    only,
    skip,
  );
  const targets = entries.filter(isConfigured);
  const observations = await observe(components, targets, settings);

  const internal = internalHosts(installation);
  const circumstances = { installation, components, targets, observations, internal, processes };
  const judgement = judge(circumstances, { settings, fileFaults });
  const fixes = fixesFor(circumstances, judgement, workspaceOf(settings, files));

  const findings = withFixes(judgement.findings, fixes);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "proxy-doctor", version },
    judges,
    startedAt: startedAt.toISOString(),
    durationMs: clock().getTime() - startedAt.getTime(),
    installation,
    settings,
    fileFaults,
    unreadable,
    processes,
    components,
    targets: entries,
    observations,
    decisions: judgement.decisions,
    findings,
    fixes,
    summary: summarise(findings, judgement),
    toolErrors: [...judgement.faults, ...observations.flatMap(faultOf)],
  };
}

function summarise(findings: readonly Finding[], { unknown, right, unserved }: Tally): Summary {
  const count = (severity: Finding["severity"]) =>
    roots(findings).filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    unknown: unknown.length,
    right: right.length,
    unserved: unserved.length,
  };
}

function faultOf(observation: Observation): readonly string[] {
  return observation.outcome === "broken" ? [`${observation.id}: ${observation.error}`] : [];
}
