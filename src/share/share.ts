import { conclude, type Facts, factsOf } from "../conclude.ts";
import type { Component } from "../model/component.ts";
import type { Elsewhere, Report } from "../model/report.ts";
import type { SeenTrustStore } from "../model/trust.ts";
import { sharedInstallation } from "./installation.ts";
import { keyed } from "./keyed.ts";
import { sharedObservation } from "./observations.ts";
import { privatePaths } from "./paths.ts";
import { privateNames } from "./private-names.ts";
import { type Renaming, renamingBy } from "./rename.ts";
import { sharedFault, sharedFiles, sharedSetting } from "./settings.ts";
import { type SharedTargets, targetsBy } from "./targets.ts";

/**
 * A report for others: host names, addresses and other names of the installation are replaced, each always by the same
 * one. What was found and seen is renamed, and judged again, so that all that follows speaks of the same names.
 *
 * @param key random bytes: by them alone the names of two reports can be seen to be the same, so they are kept nowhere
 */
export function share(report: Report, key: Uint8Array): Report {
  const { schemaVersion, tool, judges, startedAt, durationMs, elsewhere, stopped } = report;
  const facts = sharedFacts(factsOf(report), key);
  return {
    ...{ schemaVersion, tool, judges, startedAt, durationMs },
    ...facts,
    ...conclude(facts),
    ...(elsewhere === undefined ? {} : { elsewhere: sharedPlace(elsewhere) }),
    shared: true,
    ...(stopped === undefined ? {} : { stopped }),
  };
}

function sharedPlace(elsewhere: Elsewhere): Elsewhere {
  return elsewhere.kind === "root" ? { ...elsewhere, path: "DIR" } : elsewhere;
}

function sharedFacts(facts: Facts, key: Uint8Array): Facts {
  const draw = keyed(key);
  const renaming = renamingBy(draw, privateNames(facts), privatePaths(facts));
  const targets = targetsBy(renaming);
  const { text, everyLabel, words } = renaming;
  const { installation, settings, fileFaults, files, unreadable, processes } = facts;
  const { trustStores, components, narrowed, observations } = facts;
  return {
    installation: sharedInstallation(installation, renaming),
    settings: settings.map((setting) => sharedSetting(setting, renaming)),
    fileFaults: fileFaults.map((fault) => sharedFault(fault, renaming)),
    files: sharedFiles(files, renaming, [text, everyLabel]),
    unreadable: unreadable.map(({ path, reason }) => ({ path: text(path), reason: words(reason) })),
    processes,
    trustStores: trustStores.map((store) => sharedStore(store, renaming)),
    components: components.map((component) => sharedComponent(component, renaming, targets)),
    targets: facts.targets.map(targets.target),
    ...(narrowed ? { narrowed } : {}),
    observations: observations.map((each) => sharedObservation(each, { renaming, keyed: draw, targets })),
  };
}

function sharedStore(store: SeenTrustStore, { text, words }: Renaming): SeenTrustStore {
  const id = text(store.id);
  return "authorities" in store ? { ...store, id } : { ...store, id, unreadable: words(store.unreadable) };
}

function sharedComponent(component: Component, { text }: Renaming, { need }: SharedTargets): Component {
  return {
    ...component,
    reads: component.reads.map((view) => (view.from === "file" ? { ...view, path: text(view.path) } : view)),
    needs: component.needs.map(need),
  };
}
