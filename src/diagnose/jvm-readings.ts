import { CLIENTS } from "../decide/clients/index.ts";
import { meantProperties, optionVariables, type Properties } from "../decide/clients/java/properties.ts";
import { asVariables, environmentOf, settingsInEffect } from "../decide/environment.ts";
import { isJvmOptions } from "../decide/names.ts";
import { isSeen } from "../decide/seen-settings.ts";
import type { Component } from "../model/component.ts";
import { onceFor } from "../model/once-for.ts";
import { describeSetting, type Setting } from "../model/setting.ts";
import type { Case } from "./evidence.ts";

/** The options of one JVM: what is in effect for a component, or one setting that no component has in effect. */
export type JvmReading = {
  readonly settings: readonly Setting[];
  /** As whoever wrote them means them. */
  readonly properties: Properties;
};

/** The options of every JVM of the machine, then those in files and variables that none of its components takes. */
export const jvmReadings = onceFor((the: Case): readonly JvmReading[] => {
  const components = the.components.filter(({ client }) => client === "java");
  const taken = components.map((component) => optionsOf(component, the.settings));
  const places = new Set(taken.flatMap(({ settings }) => settings.map(describeSetting)));
  const others = the.settings.filter((setting) => {
    if (!isJvmOptions(setting.name) || setting.source.kind === "process") return false;
    if (components.some((component) => isReplaced(setting, component, the.settings))) return false;
    const key = describeSetting(setting);
    return !places.has(key) && places.add(key);
  });
  return [
    ...taken.filter(({ settings }) => settings.length > 0),
    ...others.map((setting) => ({ settings: [setting], properties: meantProperties(asVariables(setting)) })),
  ];
});

/** The options that a component's JVM is given by its settings. */
export function optionsOf(component: Component, settings: readonly Setting[]): JvmReading {
  const inEffect = settingsInEffect(component, settings);
  const variables = optionVariables(
    environmentOf(component, settings),
    component.version ?? CLIENTS.java.version,
  );
  return {
    settings: variables.flatMap(({ name }) => inEffect.get(name) ?? []),
    properties: meantProperties(variables),
  };
}

/** The setting among whose options a property stands. */
export function holderOf({ settings, properties }: JvmReading, property: string): Setting | undefined {
  const [variable] = properties.get(property)?.name.split(" ") ?? [];
  return settings.find(({ name }) => name === variable);
}

/** A property's value; empty where it is not set. */
export function propertyIn({ properties }: JvmReading, property: string): string {
  return properties.get(property)?.value ?? "";
}

/** A later assignment of the same variable takes the place of this one. */
function isReplaced(setting: Setting, component: Component, settings: readonly Setting[]): boolean {
  if (setting.flaw !== undefined || !component.reads.some((view) => isSeen(setting, view))) return false;
  const winner = settingsInEffect(component, settings).get(setting.name);
  return winner !== undefined && winner !== setting;
}
