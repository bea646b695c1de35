import { decide } from "../decide/decide.ts";
import { settingsInEffect } from "../decide/environment.ts";
import type { BypassGrammar } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import type { Finding } from "../model/finding.ts";
import type { Patch } from "../model/fix.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";
import { endpointOf, type Target } from "../model/target.ts";
import { BYPASS_NAMES, bypassLists, entryPatch, grammarOf, lastOfEachName } from "./bypass-lists.ts";
import { assigned } from "./repairs/repair.ts";
import { applyPatch, settingsIn, type Workspace } from "./workspace.ts";

/** What goes the wrong way: one component's traffic to some targets. */
export type Problem = {
  readonly code: Finding["code"];
  readonly component: Component;
  readonly targets: readonly Target[];
};

/** How a problem is mended by entries of lists: the next one that is needed, and the next edit for those known. */
type Remedy = {
  readonly nextEntry: (now: Workspace) => string | undefined;
  readonly nextPatch: (entries: readonly string[], now: Workspace) => Patch | undefined;
};

/** Patches that might mend a problem, to be applied in order; none where no setting helps. */
export function propose(problem: Problem, workspace: Workspace): readonly Patch[] {
  // What the next login gets is mended first, then what this shell has besides.
  const lasting = withoutEnvironment(problem.component);
  const kept = mend({ ...problem, component: lasting }, workspace);
  if (lasting === problem.component) return kept;
  const typed = mend(problem, kept.reduce(applyPatch, workspace));
  return [...kept, ...lastOfEachName(typed)];
}

const withoutEnvironment = onceFor((component: Component): Component => {
  const reads = component.reads.filter(({ from }) => from !== "environment");
  return reads.length === component.reads.length ? component : { ...component, reads };
});

/** Entry after entry, and only while one more is needed: the fewest edits, each list whole. */
function mend(problem: Problem, workspace: Workspace): readonly Patch[] {
  const remedy = remedyFor(problem, workspace);
  if (remedy === undefined) return [];
  let entries: readonly string[] = [];
  for (;;) {
    const known = entries;
    const { patches, patched } = collect(workspace, (now) => remedy.nextPatch(known, now));
    const entry = remedy.nextEntry(patched);
    if (entry === undefined) return patches;
    // An entry that is asked for a second time did not help.
    if (entries.includes(entry)) return [];
    entries = [...entries, entry];
  }
}

function remedyFor(problem: Problem, workspace: Workspace): Remedy | undefined {
  switch (problem.code) {
    case "misrouted-to-proxy":
    case "bypass-missing":
    case "avoidable-proxying":
      return addition(problem, workspace);
    case "misrouted-direct":
      return removal(problem);
    default:
      return undefined;
  }
}

/** Edits one after the other, each seeing what those before it changed: `no_proxy="$NO_PROXY"` needs but one. */
function collect(workspace: Workspace, next: (now: Workspace) => Patch | undefined): Collected {
  const patches: Patch[] = [];
  let now = workspace;
  for (let patch = next(now); patch !== undefined; patch = next(now)) {
    const patched = applyPatch(now, patch);
    if (patched === now || isAmong(patch, patches)) return { patches: [], patched: workspace };
    patches.push(patch);
    now = patched;
  }
  return { patches, patched: now };
}

/** Edits, and the workspace as it is with them. */
type Collected = { readonly patches: readonly Patch[]; readonly patched: Workspace };

/** An edit that is asked for a second time did not take. */
function isAmong(patch: Patch, patches: readonly Patch[]): boolean {
  return patches.some((each) => JSON.stringify(each) === JSON.stringify(patch));
}

/** Names the hosts that are still called through the proxy, in every list the component is given, or in new ones. */
function addition({ component, targets }: Problem, workspace: Workspace): Remedy {
  const grammar = grammarOf(component);
  const hasLists = bypassLists(component, settingsIn(workspace)).length > 0;
  const anchor = hasLists ? undefined : settingThatProxies(component, targets, workspace);
  return {
    nextEntry: (now) => {
      const proxied = decide([component], targets, settingsIn(now)).find(
        ({ route }) => route.kind === "proxy",
      );
      const target = targets.find(({ id }) => id === proxied?.target);
      return target === undefined ? undefined : asEntry(target, grammar);
    },
    nextPatch: (entries, now) => {
      const lists = bypassLists(component, settingsIn(now));
      const missing = BYPASS_NAMES.find((name) => !lists.some(({ setting }) => setting.name === name));
      if (anchor !== undefined && missing !== undefined && entries.length > 0) {
        return assigned({ name: missing, source: anchor.source }, entries.join(","));
      }
      return firstPatch("add-entry", component, entries, now);
    },
  };
}

/** Takes out what keeps targets off the proxy, from every list that holds it. */
function removal({ component, targets }: Problem): Remedy {
  return {
    nextEntry: (now) =>
      decide([component], targets, settingsIn(now)).flatMap(({ because, route }) =>
        route.kind === "direct" ? because.filter(({ effect }) => effect === "bypasses") : [],
      )[0]?.entry,
    nextPatch: (entries, now) => firstPatch("remove-entry", component, entries, now),
  };
}

function firstPatch(
  op: "add-entry" | "remove-entry",
  component: Component,
  entries: readonly string[],
  now: Workspace,
): Patch | undefined {
  const lists = bypassLists(component, settingsIn(now));
  // An empty spelling contradicts nothing until it gets an entry.
  const filled = lists.filter(({ value }) => value.trim() !== "");
  for (const list of filled.length > 0 ? filled : lists) {
    for (const entry of entries) {
      const patch = entryPatch(op, list, entry);
      if (patch !== undefined) return patch;
    }
  }
  return undefined;
}

/** The JVM compares with the host as the URL spells it, IPv6 within brackets (noproxy-semantics 8). */
function asEntry({ url }: Target, grammar: BypassGrammar): string {
  const { host } = endpointOf(url);
  return grammar === "nonProxyHosts" && host.includes(":") ? `[${host}]` : host;
}

/** The setting that chose the proxy: where a component has no list at all, one is put beside it. */
function settingThatProxies(
  component: Component,
  targets: readonly Target[],
  workspace: Workspace,
): Setting | undefined {
  const settings = settingsIn(workspace);
  const steps = decide([component], targets, settings).flatMap(({ because }) => because);
  const choosing = steps.find(({ effect }) => effect === "proxies");
  return settingsInEffect(component, settings).get(choosing?.setting ?? "");
}
