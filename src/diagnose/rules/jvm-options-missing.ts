import { isJvmOptions, isProxy } from "../../decide/names.ts";
import { isSeen } from "../../decide/seen-settings.ts";
import type { Component } from "../../model/component.ts";
import { decisionId } from "../../model/decision.ts";
import type { Setting } from "../../model/setting.ts";
import type { Case } from "../evidence.ts";
import { PROXY_HOSTS } from "../jvm-place.ts";
import { jvmReadings, optionsOf, propertyIn } from "../jvm-readings.ts";
import { misset, oncePerPlace } from "../misset.ts";
import type { Rule } from "../rule.ts";

/**
 * The variables name a proxy, of which a JVM reads none, and its options do not, so that it goes direct where the
 * others do not. Where options stand that do not reach the JVM, it is for them to be mended.
 */
export const jvmOptionsMissing: Rule<"jvm-options-missing"> = (the) =>
  the.components
    .filter((component) => component.client === "java" && !hasProxy(component, the))
    .flatMap((component) => {
      const [first, ...others] = oncePerPlace(variablesBeside(component, the));
      const direct = directOnes(component, the);
      if (first === undefined || direct.length === 0 || hasOptionsElsewhere(component, the)) return [];
      const { args, evidence, ...common } = misset(the, [first, ...others]);
      return [
        {
          ...common,
          severity: "warning" as const,
          args: { ...args, components: [component.id] },
          evidence: [...evidence, ...direct],
        },
      ];
    });

function hasProxy(component: Component, the: Case): boolean {
  const reading = optionsOf(component, the.settings);
  return [...PROXY_HOSTS, "socksProxyHost"].some((property) => propertyIn(reading, property) !== "");
}

/** Variables that name a proxy in the files that the component reads, or else in this shell. */
function variablesBeside({ reads }: Component, { settings }: Case): readonly Setting[] {
  const naming = settings.filter(({ name, value }) => isProxy(name) && value.trim() !== "");
  const own = naming.filter((setting) => reads.some((view) => isSeen(setting, view)));
  return own.length > 0 ? own : naming.filter(({ source }) => source.kind === "environment");
}

/** Options in another file, or such that name a proxy in a form that the JVM is not given. */
function hasOptionsElsewhere({ reads }: Component, the: Case): boolean {
  const elsewhere = the.settings.some(
    (setting) =>
      isJvmOptions(setting.name) &&
      setting.source.kind === "file" &&
      !reads.some((view) => view.from === "file" && isInFile(setting, view.path)),
  );
  return (
    elsewhere ||
    jvmReadings(the).some((reading) => PROXY_HOSTS.some((property) => propertyIn(reading, property) !== ""))
  );
}

function isInFile({ source }: Setting, path: string): boolean {
  return source.kind === "file" && source.path === path;
}

/** Where the component goes direct and may go through the proxy, or has to; at all else it is right without one. */
function directOnes({ id }: Component, the: Case): readonly string[] {
  return the.needed
    .filter((target) => ["either", "must-proxy"].includes(the.policyOf(target)))
    .flatMap((target) => the.decisionsOn(target.id))
    .filter(({ component, route }) => component === id && route.kind === "direct")
    .map(decisionId);
}
