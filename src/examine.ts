import { PROBES } from "../probes/index.ts";
import { internalHosts } from "../probes/internal-hosts.ts";
import { componentsOf } from "./decide/components.ts";
import { roots } from "./diagnose/diagnose.ts";
import { judge } from "./diagnose/judge.ts";
import type { Tally } from "./diagnose/tally.ts";
import { discover } from "./discover/discover.ts";
import type { Machine } from "./discover/machine.ts";
import type { FindStores } from "./discover/trust-stores/find-stores.ts";
import { fixesFor, withFixes } from "./fix/fixes.ts";
import { workspaceOf } from "./fix/workspace.ts";
import type { Component } from "./model/component.ts";
import type { Finding } from "./model/finding.ts";
import type { InstallationFlags } from "./model/installation.ts";
import type { Observation } from "./model/observation.ts";
import type { ProgramName } from "./model/program.ts";
import { type Report, SCHEMA_VERSION, type Summary } from "./model/report.ts";
import type { Setting } from "./model/setting.ts";
import { isConfigured, type Target } from "./model/target.ts";
import type { TrustStore } from "./model/trust.ts";
import { select } from "./plan.ts";

/** The machine that is examined, and what is said of its installation. */
export type Subject = {
  readonly machine: Machine;
  readonly flags: InstallationFlags;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly clock: () => Date;
  readonly version: string;
};

/** What is judged, the programs that are asked their versions for it, and what was seen of the traffic. */
export type Examination = {
  readonly judges: Report["judges"];
  readonly asked: readonly ProgramName[];
  /** How stores of authorities are looked for; absent where no chain is seen. */
  readonly findStores?: FindStores;
  readonly observe: (
    components: readonly Component[],
    targets: readonly Target[],
    settings: readonly Setting[],
    stores: readonly TrustStore[],
  ) => Promise<readonly Observation[]>;
};

/** The way from a machine to a report: discovers, has the traffic observed, judges, and looks for fixes. */
export async function examine(
  { machine, flags, only, skip, clock, version }: Subject,
  { judges, asked, findStores, observe }: Examination,
): Promise<Report> {
  const startedAt = clock();
  const discovery = await discover(machine, flags, asked, findStores);
  const { installation, settings, fileFaults, files, unreadable, processes, trustStores } = discovery;
  const components = componentsOf(installation.role, installation.programs);
  const entries = select(
    Object.values(PROBES).flatMap((probe) => probe(installation)),
    only,
    skip,
  );
  const targets = entries.filter(isConfigured);
  const observations = await observe(components, targets, settings, trustStores.stores);

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
    trustStores: trustStores.seen,
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
