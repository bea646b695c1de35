import { PROBES } from "../probes/index.ts";
import { captureFiles } from "./capture/capture-files.ts";
import { conclude } from "./conclude.ts";
import { componentsOf, withOwnCalls } from "./decide/components.ts";
import { discover } from "./discover/discover.ts";
import type { Machine } from "./discover/machine.ts";
import type { FindStores } from "./discover/trust-stores/find-stores.ts";
import { changesOf } from "./fix/changes.ts";
import { workspaceOf } from "./fix/workspace.ts";
import type { Component } from "./model/component.ts";
import type { FileChange } from "./model/file-change.ts";
import type { Installation, InstallationFlags } from "./model/installation.ts";
import { type Mark, numbering } from "./model/mark.ts";
import type { Observation } from "./model/observation.ts";
import type { ProgramName } from "./model/program.ts";
import { type Elsewhere, type Report, SCHEMA_VERSION } from "./model/report.ts";
import type { Setting } from "./model/setting.ts";
import { isConfigured, type OwnTarget, type Target, type Unconfigured } from "./model/target.ts";
import { seenStore, type TrustStore } from "./model/trust.ts";
import { select } from "./plan.ts";

/** The machine that is examined, and what is said of its installation. */
export type Subject = {
  readonly machine: Machine;
  readonly flags: InstallationFlags;
  /** Targets besides those of the probes; none where it is left out. */
  readonly own?: readonly OwnTarget[];
  /** Which machine it is, where it is not the one that this runs on. */
  readonly elsewhere?: Elsewhere;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly clock: () => Date;
  readonly version: string;
};

/** What is judged, the programs that are asked their versions for it, and what was seen of the traffic. */
export type Examination = {
  readonly judges: Report["judges"];
  readonly asked: readonly ProgramName[];
  /** By whose authorities chains are judged; absent where none is seen. */
  readonly authorities?: { readonly own: readonly TrustStore[]; readonly find: FindStores };
  readonly observe: (
    components: readonly Component[],
    targets: readonly Target[],
    settings: readonly Setting[],
    stores: readonly TrustStore[],
    mark: Mark,
  ) => Promise<readonly Observation[]>;
};

/** What an examination gives: its report and, for whoever is to write them, the files as its verified fixes leave them. */
export type Examined = { readonly report: Report; readonly changes: () => readonly FileChange[] };

/** The way from a machine to a report: discovers, has the traffic observed, judges, and looks for fixes. */
export async function examine(
  { clock, version, elsewhere, ...subject }: Subject,
  { judges, asked, authorities, observe }: Examination,
): Promise<Examined> {
  const startedAt = clock();
  const mark = numbering();
  const { discovery, components, entries } = await survey(subject, asked, mark, authorities?.find);
  const { installation, settings, fileFaults, files, unreadable, processes } = discovery;
  const targets = entries.filter(isConfigured);
  const observations = await observe(components, targets, settings, discovery.trustStores.stores, mark);
  const facts = {
    installation,
    settings,
    fileFaults,
    files: captureFiles(files, mark),
    unreadable,
    processes,
    trustStores: [...(authorities?.own ?? []).map(seenStore), ...discovery.trustStores.seen],
    components,
    targets: entries,
    ...(subject.only.length === 0 ? {} : { narrowed: true as const }),
    observations,
  };
  const conclusions = conclude(facts);
  const report: Report = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "proxy-doctor", version },
    judges,
    startedAt: startedAt.toISOString(),
    durationMs: clock().getTime() - startedAt.getTime(),
    ...facts,
    ...conclusions,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
  const changes = () => {
    const truth = workspaceOf(facts, files, mark);
    return changesOf({ truth, tried: workspaceOf(facts, facts.files) }, conclusions.fixes);
  };
  return { report, changes };
}

/** What there is on a machine: its settings, what calls, and what is called. */
export async function survey(
  { machine, flags, own = [], only, skip }: Omit<Subject, "clock" | "version" | "elsewhere">,
  asked: readonly ProgramName[],
  mark: Mark,
  findStores?: FindStores,
): Promise<Survey> {
  const discovery = await discover(machine, flags, asked, findStores, mark);
  const { installation } = discovery;
  return {
    discovery,
    components: withOwnCalls(componentsOf(installation.role, installation.programs), own),
    entries: select(entriesOf(installation, own), only, skip),
  };
}

type Survey = {
  readonly discovery: Awaited<ReturnType<typeof discover>>;
  readonly components: readonly Component[];
  readonly entries: readonly (Target | Unconfigured)[];
};

/** Every target that an installation may have, and those of a person's own. */
export function entriesOf(
  installation: Installation,
  own: readonly OwnTarget[],
): readonly (Target | Unconfigured)[] {
  const probed = Object.values(PROBES).flatMap((probe) => probe(installation));
  return [...probed, ...own.map(({ target }) => target)];
}
