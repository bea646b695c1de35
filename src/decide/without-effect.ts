import { jvmSplittingOf, readJvmOptions } from "../formats/jvm-options.ts";
import type { Because } from "../model/client.ts";
import type { Component } from "../model/component.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import { CLIENTS } from "./clients/index.ts";
import { settingsInEffect } from "./environment.ts";
import { seenSettings } from "./seen-settings.ts";

/** What a setting that stands in vain would have decided. */
type Wanted = "proxy" | "exceptions";

/**
 * Settings in the files a component reads that look as if they decided and do not, each with the reason: of those
 * that name a proxy where it goes direct, of those that list exceptions where it goes through one.
 */
export function withoutEffect(
  component: Component,
  settings: readonly Setting[],
  goes: "direct" | "proxy",
): readonly Because[] {
  if (component.client === "none") return [];
  const inJvm = CLIENTS[component.client].bypass === "nonProxyHosts";
  const wanted = goes === "direct" ? "proxy" : "exceptions";
  const inEffect = settingsInEffect(component, settings);
  const given = new Set(inEffect.values());
  return seenSettings(component, settings)
    .filter((setting) => !setting.exported && !given.has(setting) && !inEffect.has(setting.name))
    .filter((setting) => (inJvm ? isOption(setting, wanted) : isVariable(setting, wanted)))
    .map(
      ({ name, source, flaw }): Because => ({
        setting: name,
        source: describeSource(source),
        effect: "has-no-effect",
        why: flaw ?? "not-exported",
      }),
    );
}

function isVariable({ name }: Setting, wanted: Wanted): boolean {
  return wanted === "proxy" ? /^((https?|all)_proxy|HttpProxy)$/i.test(name) : /^no_proxy$/i.test(name);
}

function isOption({ name, value }: Setting, wanted: Wanted): boolean {
  const options = readJvmOptions(value, jvmSplittingOf(name));
  return options.some((option) =>
    wanted === "proxy" ? /^(https?\.)?proxyHost$/.test(option.name) : option.name === "http.nonProxyHosts",
  );
}
