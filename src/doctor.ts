import { PROBES } from "../probes/index.ts";
import { componentsOf } from "./decide/components.ts";
import { decide } from "./decide/decide.ts";
import { proxiesNamed } from "./decide/proxies.ts";
import { roots } from "./diagnose/diagnose.ts";
import { judge } from "./diagnose/judge.ts";
import type { Tally } from "./diagnose/tally.ts";
import { discover } from "./discover/discover.ts";
import type { Machine } from "./discover/machine.ts";
import { fixesFor, withFixes } from "./fix/fixes.ts";
import { workspaceOf } from "./fix/workspace.ts";
import { type MeasureOptions, measure } from "./measure/measure.ts";
import type { Network } from "./measure/network.ts";
import type { Finding } from "./model/finding.ts";
import type { InstallationFlags } from "./model/installation.ts";
import type { Observation } from "./model/observation.ts";
import { type Report, SCHEMA_VERSION, type Summary } from "./model/report.ts";
import type { Proxy } from "./model/route.ts";
import { isConfigured } from "./model/target.ts";
import { plan, select } from "./plan.ts";

/** What to check, and the world to check it in. Times are in milliseconds. */
export type CheckRequest = {
  readonly machine: Machine;
  readonly network: Network;
  readonly flags: InstallationFlags;
  /** Proxies to measure through besides those that settings name. */
  readonly proxies: readonly Proxy[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly measuring: MeasureOptions;
  /** Ends the run early; its reason is `deadline` or `interrupt`. */
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly version: string;
};

/** The main job: from a machine to a report of what goes which way, what is wrong, and what mends it. */
export async function check(request: CheckRequest): Promise<Report> {
  const startedAt = request.clock();
  const { installation, settings, fileFaults, files, unreadable, processes } = await discover(
    request.machine,
    request.flags,
  );
  const components = componentsOf(installation.role, installation.programs);
  const entries = select(
    Object.values(PROBES).flatMap((probe) => probe(installation)),
    request.only,
    request.skip,
  );
  const targets = entries.filter(isConfigured);

  const proxies = proxiesNamed(decide(components, targets, settings), settings, request.proxies);
  const attempts = plan(targets, [...proxies.values()]);
  const observations = await measure(attempts, proxies, request.network, request.measuring, request.signal);

  const circumstances = { installation, components, targets, observations, processes };
  const judgement = judge(circumstances, { settings, fileFaults });
  const fixes = fixesFor(circumstances, judgement, workspaceOf(settings, files));

  const findings = withFixes(judgement.findings, fixes);
  const finished = request.clock();
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "proxy-doctor", version: request.version },
    startedAt: startedAt.toISOString(),
    durationMs: finished.getTime() - startedAt.getTime(),
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
    ...(request.signal.aborted
      ? { stopped: request.signal.reason === "interrupt" ? "interrupt" : "deadline" }
      : {}),
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
