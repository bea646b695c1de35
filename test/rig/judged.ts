import { PROBES } from "../../probes/index.ts";
import { internalHosts } from "../../probes/internal-hosts.ts";
import { captureFiles } from "../../src/capture/capture-files.ts";
import { componentsOf } from "../../src/decide/components.ts";
import { decide } from "../../src/decide/decide.ts";
import { proxiesNamed } from "../../src/decide/proxies.ts";
import { type Circumstances, type Judgement, judge } from "../../src/diagnose/judge.ts";
import { ALL_PROGRAMS, discover } from "../../src/discover/discover.ts";
import type { Machine } from "../../src/discover/machine.ts";
import { findNoStores } from "../../src/discover/trust-stores/find-stores.ts";
import { fixesFor } from "../../src/fix/fixes.ts";
import { type Workspace, workspaceOf } from "../../src/fix/workspace.ts";
import type { Fix } from "../../src/model/fix.ts";
import type { InstallationFlags } from "../../src/model/installation.ts";
import { numbering } from "../../src/model/mark.ts";
import type { Proxy } from "../../src/model/route.ts";
import type { Setting, SettingsFile } from "../../src/model/setting.ts";
import { isConfigured } from "../../src/model/target.ts";
import type { SeenTrustStore } from "../../src/model/trust.ts";
import { plan } from "../../src/plan.ts";
import { type Chains, observe, type Showings } from "./observed.ts";

/** A machine, what is said of it, and what every attempt shall have shown. */
export type Situation = {
  readonly machine: Machine;
  readonly flags: InstallationFlags;
  /** Nothing, where nothing was measured. */
  readonly saw?: Showings;
  readonly proxies?: readonly Proxy[];
  readonly stores?: readonly SeenTrustStore[];
  readonly chains?: Chains;
};

export type Judged = {
  readonly circumstances: Circumstances;
  readonly settings: readonly Setting[];
  /** The texts as they are. */
  readonly files: readonly SettingsFile[];
  readonly truth: Workspace;
  /** What the fixes were tried on. */
  readonly workspace: Workspace;
  readonly judgement: Judgement;
  readonly fixes: readonly Fix[];
};

/** The whole way from a machine to findings and fixes, with a showing in place of every measurement. */
export async function judged(situation: Situation): Promise<Judged> {
  const { machine, flags, saw, proxies = [], stores = [], chains } = situation;
  const mark = numbering();
  const { installation, settings, fileFaults, files, processes } = await discover(
    machine,
    flags,
    ALL_PROGRAMS,
    findNoStores,
    mark,
  );
  const components = componentsOf(installation.role);
  const targets = Object.values(PROBES)
    .flatMap((probe) => probe(installation))
    .filter(isConfigured);
  const named = proxiesNamed(decide(components, targets, settings), settings, proxies);
  const observations = saw === undefined ? [] : observe(plan(targets, [...named.values()]), saw, chains);
  const internal = internalHosts(installation);
  const circumstances = {
    installation,
    components,
    targets,
    observations,
    internal,
    processes,
    trustStores: stores,
  };
  const judgement = judge(circumstances, { settings, fileFaults });
  const reading = { settings, fileFaults };
  const workspace = workspaceOf(reading, captureFiles(files, mark));
  return {
    circumstances,
    settings,
    files,
    truth: workspaceOf(reading, files, mark),
    workspace,
    judgement,
    fixes: fixesFor(circumstances, judgement, workspace),
  };
}
