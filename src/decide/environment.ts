import type { Environment, Variable } from "../model/client.ts";
import type { Component, SettingsView } from "../model/component.ts";
import { onceFor } from "../model/once-for.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import { isSeen, type SeenSettings, seenSettings, stretchesOf } from "./seen-settings.ts";

/**
 * Variables that a setting of another name stands for. Replicated hands its one proxy parameter to both kinds of
 * request (domain-facts 4.1); the keys of Docker's JSON files take the place of its variables (4.7, 4.8).
 */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  HttpProxy: ["HTTP_PROXY", "HTTPS_PROXY"],
  "proxies.http-proxy": ["HTTP_PROXY"],
  "proxies.https-proxy": ["HTTPS_PROXY"],
  "proxies.no-proxy": ["NO_PROXY"],
  "proxies.default.httpProxy": ["HTTP_PROXY", "http_proxy"],
  "proxies.default.httpsProxy": ["HTTPS_PROXY", "https_proxy"],
  "proxies.default.noProxy": ["NO_PROXY", "no_proxy"],
};

/** A list of exceptions of a wgetrc has a place of its own: it adds to those that wget has read before it. */
const ADDED = "no_proxy ";

/** The variables that a setting makes. `use_proxy` is none but in a wgetrc. */
function variablesOf({ name, source }: Setting): readonly string[] {
  const isWgetrc = source.kind === "file" && source.loader === "wgetrc";
  if (isWgetrc && name === "no_proxy") return [`${ADDED}${describeSource(source)}`];
  if (name === "use_proxy" && !isWgetrc) return [];
  return STANDS_FOR[name] ?? [name];
}

/** The setting behind each variable of a component: a later value of the same name replaces an earlier one. */
export function settingsInEffect(
  component: Component,
  settings: readonly Setting[],
): ReadonlyMap<string, Setting> {
  return inEffectOf(component)(seenSettings(component, settings));
}

const inEffectOf = onceFor(({ reads }: Component) =>
  onceFor((seen: SeenSettings): ReadonlyMap<string, Setting> => {
    const inEffect = new Map<string, Setting>();
    for (const view of reads) {
      for (const stretch of stretchesOf(seen)) {
        if (!isSeen(stretch[0], view)) continue;
        for (const setting of stretch) take(inEffect, setting, view);
      }
    }
    return inEffect;
  }),
);

function take(inEffect: Map<string, Setting>, setting: Setting, view: SettingsView): void {
  if (setting.resets) takeBack(inEffect, setting);
  if (setting.resets || !(setting.exported || (view.from === "file" && view.exportsAll))) return;
  for (const name of variablesOf(setting)) inEffect.set(name, setting);
}

/** The variables that a setting makes by itself. */
export function asVariables({ name, value, source }: Setting): Environment {
  const origin = describeSource(source);
  return (STANDS_FOR[name] ?? [name]).map((each) => ({ name: each, value, origin }));
}

/** What the loader of a reset read so far is taken back, whichever file it stood in. */
function takeBack(inEffect: Map<string, Setting>, { source: reset }: Setting): void {
  for (const [name, { source }] of inEffect) {
    if (source.kind === "file" && reset.kind === "file" && source.loader === reset.loader)
      inEffect.delete(name);
  }
}

/** The environment in which a component runs: what its loaders give it. */
export function environmentOf(component: Component, settings: readonly Setting[]): Environment {
  return variablesOfComponent(component)(settingsInEffect(component, settings));
}

const variablesOfComponent = onceFor(({ wrapper }: Component) =>
  onceFor(
    (inEffect: ReadonlyMap<string, Setting>): Environment =>
      [...inEffect].map(([place, { value, source }]): Variable => {
        const name = place.startsWith(ADDED) ? ADDED.trimEnd() : place;
        const onCommandLine = name === wrapper ? { onCommandLine: true as const } : {};
        return { name, value, origin: describeSource(source), ...onCommandLine };
      }),
  ),
);
