import { CLIENTS } from "../decide/clients/index.ts";
import { readProperties } from "../decide/clients/java/properties.ts";
import { environmentOf, settingsInEffect } from "../decide/environment.ts";
import { addEntry, holdsStrays, removeEntry } from "../formats/entries.ts";
import { jvmSplittingOf, meantJvmOptions } from "../formats/jvm-options.ts";
import type { BypassGrammar } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import type { Patch } from "../model/fix.ts";
import type { Setting } from "../model/setting.ts";
import { editedValue } from "./workspace.ts";

/** Both spellings of the list, since clients differ in which they read. */
export const BYPASS_NAMES = ["NO_PROXY", "no_proxy"] as const;
const NON_PROXY_HOSTS = "http.nonProxyHosts";
const PROXY_HOSTS = ["https.proxyHost", "http.proxyHost", "proxyHost", "socksProxyHost"] as const;

/** A list of exceptions that a component is given; `property` where it stands within the options of a JVM. */
export type BypassList = {
  readonly setting: Setting;
  readonly property?: string;
  readonly value: string;
};

/** How a component's list of exceptions is written. */
export function grammarOf({ client }: Component): BypassGrammar {
  return client === "none" ? "no_proxy" : CLIENTS[client].bypass;
}

/**
 * The lists of exceptions that a component is given, in the order in which they stand: variables in both
 * spellings, shadowed ones left out; for a JVM the one list within its options, empty where it has a proxy and
 * no list.
 */
export function bypassLists(component: Component, settings: readonly Setting[]): readonly BypassList[] {
  const inEffect = settingsInEffect(component, settings);
  if (grammarOf(component) === "nonProxyHosts") {
    const properties = readProperties(environmentOf(component, settings));
    const [holder] = [NON_PROXY_HOSTS, ...PROXY_HOSTS].flatMap((name) => properties.get(name) ?? []);
    const setting = inEffect.get(holder?.name.split(" ")[0] ?? "");
    return setting === undefined ? [] : [listInOptions(setting)];
  }
  return BYPASS_NAMES.flatMap((name) => inEffect.get(name) ?? [])
    .sort((one, other) => settings.indexOf(one) - settings.indexOf(other))
    .map((setting) => ({ setting, value: setting.value }));
}

function listInOptions(setting: Setting): BypassList {
  const options = meantJvmOptions(setting.value, jvmSplittingOf(setting.name));
  const list = options.findLast(({ name }) => name === NON_PROXY_HOSTS);
  return { setting, property: NON_PROXY_HOSTS, value: list?.value ?? "" };
}

/** A list in which a variable, a placeholder, quotes or no entries stand, or that ends in white space, is to be mended first. */
function isToMend(list: string): boolean {
  return /\$\w|\$\{|<[^<>]*>|["']|\s$/.test(list) || holdsStrays(list);
}

/** The edit that puts an entry into a list or takes it out; none where that changes nothing. */
export function entryPatch(
  op: "add-entry" | "remove-entry",
  { setting, property, value }: BypassList,
  entry: string,
): Patch | undefined {
  const edit = op === "add-entry" ? addEntry : removeEntry;
  if (op === "add-entry" && isToMend(value)) return undefined;
  if (edit(value, entry, property === undefined ? "no_proxy" : "nonProxyHosts") === value) return undefined;
  const { name, source } = setting;
  const within = property === undefined ? {} : { property };
  if (source.kind === "file") {
    return { file: source.path, line: source.line, op, name, ...within, value: entry };
  }
  // What a shell exports is typed whole, so it is told whole.
  const edited = editedValue(setting.value, { name, op, ...within, value: entry });
  return { file: "environment", op: "set", name, value: edited };
}

/** Patches without those that a later one for the same variable of this shell repeats: it is typed once, with its last value. */
export function lastOfEachName(patches: readonly Patch[]): readonly Patch[] {
  return patches.filter(
    ({ file, name }, at) =>
      file !== "environment" ||
      !patches.slice(at + 1).some((later) => later.file === file && later.name === name),
  );
}
