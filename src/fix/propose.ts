import { CLIENTS } from "../decide/clients/index.ts";
import { decide } from "../decide/decide.ts";
import { isSeen } from "../decide/environment.ts";
import { splitEntries } from "../formats/entries.ts";
import { jvmSplittingOf, readJvmOptions } from "../formats/jvm-options.ts";
import type { Because } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import type { Finding } from "../model/finding.ts";
import type { Patch } from "../model/fix.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import type { Target } from "../model/target.ts";
import { applyPatch, settingsIn, type Workspace } from "./workspace.ts";

/** Both spellings of the list, since clients differ in which they read. */
const BYPASS_NAMES = ["NO_PROXY", "no_proxy"] as const;
const NON_PROXY_HOSTS = "http.nonProxyHosts";

/** A finding to mend, the components it concerns, and the targets they miss. */
export type Problem = {
  readonly finding: Finding;
  readonly components: readonly Component[];
  readonly targets: readonly Target[];
};

/** Patches that might mend a finding, to be applied in order; none where no setting helps. */
export function propose({ finding, components, targets }: Problem, workspace: Workspace): readonly Patch[] {
  switch (finding.code) {
    case "misrouted-to-proxy":
    case "avoidable-proxying":
      return collect(workspace, components, (component, now) =>
        component.client !== "none" && CLIENTS[component.client].bypass === "nonProxyHosts"
          ? bypassInJvmOptions(component, finding.args.hosts, now)
          : bypassInVariables(component, finding.args.hosts, now, anchorFor(component, targets, workspace)),
      );
    case "misrouted-direct":
      return collect(workspace, components, (component, now) => removal(component, targets, now));
    default:
      return [];
  }
}

/**
 * Patches for one component after the other, each seeing what those before it changed: where one variable
 * is spelled by another (`no_proxy="$NO_PROXY"`), one edit serves both.
 */
function collect(
  workspace: Workspace,
  components: readonly Component[],
  next: (component: Component, now: Workspace) => Patch | undefined,
): readonly Patch[] {
  const patches: Patch[] = [];
  let now = workspace;
  for (const component of components) {
    for (let patch = next(component, now); patch !== undefined; patch = next(component, now)) {
      const patched = applyPatch(now, patch);
      if (patched === now || isAmong(patch, patches)) return [];
      patches.push(patch);
      now = patched;
    }
  }
  return patches;
}

/** A patch that is asked for a second time did not take. */
function isAmong(patch: Patch, patches: readonly Patch[]): boolean {
  return patches.some((each) => JSON.stringify(each) === JSON.stringify(patch));
}

/** The next variable of a component's that must name one of the hosts and does not. */
function bypassInVariables(
  component: Component,
  hosts: readonly string[],
  now: Workspace,
  anchor: Setting | undefined,
): Patch | undefined {
  const lists = listsSeen(component, now);
  for (const list of lists) {
    const host = hosts.find((each) => !splitEntries(list.value, "no_proxy").includes(each));
    if (host !== undefined) return { ...placeOf(list), op: "add-entry", name: list.name, value: host };
  }
  const missing = BYPASS_NAMES.find((name) => !lists.some((list) => list.name === name));
  if (anchor === undefined || missing === undefined) return undefined;
  return { ...placeOf(anchor), op: "set", name: missing, value: hosts.join(",") };
}

/** The setting that chose the proxy, where a component has no list at all and one must be put beside it. */
function anchorFor(
  component: Component,
  targets: readonly Target[],
  workspace: Workspace,
): Setting | undefined {
  if (listsSeen(component, workspace).length > 0) return undefined;
  const [choosing] = stepsOf("proxies", component, targets, workspace);
  return settingsSeen(component, workspace).find(({ source }) => describeSource(source) === choosing?.source);
}

/** What had this part in a component's decisions on some targets. */
function stepsOf(
  effect: Because["effect"],
  component: Component,
  targets: readonly Target[],
  workspace: Workspace,
): readonly Because[] {
  const decisions = decide([component], targets, settingsIn(workspace));
  return decisions.flatMap(({ because }) => because.filter((step) => step.effect === effect));
}

function listsSeen(component: Component, workspace: Workspace): readonly Setting[] {
  return settingsSeen(component, workspace).filter(({ name }) => name.toLowerCase() === "no_proxy");
}

function settingsSeen(component: Component, workspace: Workspace): readonly Setting[] {
  return settingsIn(workspace).filter((setting) => component.reads.some((view) => isSeen(setting, view)));
}

/** The variable whose options choose the JVM's proxy, while its list lacks one of the hosts. */
function bypassInJvmOptions(
  component: Component,
  hosts: readonly string[],
  now: Workspace,
): Patch | undefined {
  const choosing = settingsSeen(component, now).findLast((setting) =>
    optionsIn(setting).some(({ name }) => /^(https?\.)?proxyHost$/.test(name)),
  );
  if (choosing === undefined) return undefined;
  const list = optionsIn(choosing).findLast(({ name }) => name === NON_PROXY_HOSTS)?.value ?? "";
  const host = hosts.find((each) => !splitEntries(list, "nonProxyHosts").includes(each));
  if (host === undefined) return undefined;
  return {
    ...placeOf(choosing),
    op: "add-entry",
    name: choosing.name,
    property: NON_PROXY_HOSTS,
    value: host,
  };
}

function optionsIn({ name, value }: Setting): ReturnType<typeof readJvmOptions> {
  return readJvmOptions(value, jvmSplittingOf(name));
}

/** The next entry that keeps a component off the proxy; another may stand behind it. */
function removal(component: Component, targets: readonly Target[], now: Workspace): Patch | undefined {
  const patches = stepsOf("bypasses", component, targets, now).flatMap(
    ({ setting: named, source, entry }) => {
      const [name = "", option] = named.split(" ");
      const setting = settingsSeen(component, now).find(
        (each) => each.name === name && describeSource(each.source) === source,
      );
      if (setting === undefined || entry === undefined) return [];
      const property = option === undefined ? {} : { property: option.replace(/^-D/, "") };
      return [{ ...placeOf(setting), op: "remove-entry" as const, name, ...property, value: entry }];
    },
  );
  return patches[0];
}

function placeOf({ source }: Setting): Pick<Patch, "file" | "line"> {
  return source.kind === "environment" ? { file: "environment" } : { file: source.path, line: source.line };
}
