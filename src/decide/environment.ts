import type { Environment, Variable } from "../model/client.ts";
import type { Component, SettingsView } from "../model/component.ts";
import { describeSource, type Setting } from "../model/setting.ts";

/** Replicated hands its one proxy parameter to both kinds of request (domain-facts 4.1). */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = { HttpProxy: ["HTTP_PROXY", "HTTPS_PROXY"] };

/** Whether a setting is among those that a view shows. */
export function isSeen(setting: Setting, view: SettingsView): boolean {
  const { source } = setting;
  if (view.from === "environment") return source.kind === "environment";
  if (source.kind !== "file" || source.loader !== view.loader) return false;
  return view.path.endsWith("/") ? source.path.startsWith(view.path) : source.path === view.path;
}

/** The environment in which a component runs: what its loaders give it, a later value replacing an earlier one. */
export function environmentOf(component: Component, settings: readonly Setting[]): Environment {
  const variables = new Map<string, Variable>();
  for (const view of component.reads) {
    for (const setting of settings.filter((each) => isSeen(each, view))) {
      if (!setting.exported && !(view.from === "file" && view.exportsAll)) continue;
      for (const name of STANDS_FOR[setting.name] ?? [setting.name]) {
        variables.set(name, {
          name,
          value: setting.value,
          origin: describeSource(setting.source),
          ...(name === component.wrapper ? { onCommandLine: true as const } : {}),
        });
      }
    }
  }
  return [...variables.values()];
}
