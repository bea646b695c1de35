import { isJvmOptions } from "../../decide/names.ts";
import { placeholdersInJvmOptions } from "../../diagnose/placeholders.ts";
import { type ValueCode, valueFaultsOf } from "../../diagnose/value-faults.ts";
import { jvmSplittingOf, readJvmOptions } from "../../formats/jvm-options.ts";
import type { Patch } from "../../model/fix.ts";
import type { Setting } from "../../model/setting.ts";
import { applyPatch, settingsIn, type Workspace } from "../workspace.ts";
import { type Change, optionPatches } from "./jvm-properties.ts";
import { knownProxy } from "./known-proxies.ts";
import { withoutDeadProxies } from "./names-dead-proxy.ts";
import { assigned, type Repair } from "./repair.ts";
import { type Knowledge, rightValue, withServices } from "./right-value.ts";

/** Sets the right value wherever a wrong one stands; nothing where a right one cannot be known for all of them. */
export const mendValue: Repair<ValueCode> = ({ settings, workspace, circumstances }) => {
  const settingsNow = settingsIn(workspace);
  const knowledge = {
    settings: settingsNow,
    trusted: withoutDeadProxies(settingsNow, circumstances),
    installation: circumstances.installation,
  };
  const faulty = settings.filter((setting) => valueFaultsOf(circumstances, setting).codes.length > 0);
  const mended = faulty.map((setting) => patchesFor(setting, knowledge));
  return mended.some((patches) => patches.length === 0) ? [] : needed(mended.flat(), workspace);
};

/** The same, where the port is known: without it, nothing is mended of a port that is missing. */
export const mendPort: Repair<"proxy-port-missing"> = (damage) => {
  const patches = mendValue(damage);
  return patches.every(({ value }) => /:\d+$/.test(value)) ? patches : [];
};

function patchesFor(setting: Setting, knowledge: Knowledge): readonly Patch[] {
  if (isJvmOptions(setting.name) && placeholdersInJvmOptions(setting.value, setting).length > 0) {
    return optionPatches(setting, filledIn(setting, knowledge));
  }
  const value = rightValue(setting, knowledge);
  return value === undefined || value === setting.value ? [] : [assigned(setting, value)];
}

/** What every option that holds a placeholder is to become; nothing where one of them cannot be filled in. */
function filledIn(setting: Setting, knowledge: Knowledge): readonly Change[] {
  const changes = readJvmOptions(setting.value, jvmSplittingOf(setting.name)).flatMap((option) => {
    const placeholders = placeholdersInJvmOptions(`-D${option.name}=${option.value}`, setting);
    if (placeholders.length === 0) return [];
    return [{ property: option.name, value: rightOption(option, placeholders, knowledge) }];
  });
  const known = changes.flatMap(({ property, value }) => (value === undefined ? [] : [{ property, value }]));
  return known.length < changes.length ? [] : known;
}

function rightOption(
  { name, value }: { readonly name: string; readonly value: string },
  placeholders: readonly string[],
  knowledge: Knowledge,
): string | undefined {
  const known = knownProxy(knowledge.trusted);
  if (/^https?\.proxyHost$/.test(name)) return known?.host;
  if (/^https?\.proxyPort$/.test(name)) return known === undefined ? undefined : `${known.port}`;
  return withServices(value, placeholders, knowledge);
}

/** Those that change something on top of the ones before: what is spelled by a variable follows it. */
function needed(patches: readonly Patch[], from: Workspace): readonly Patch[] {
  const kept: Patch[] = [];
  let workspace = from;
  for (const patch of patches) {
    const next = applyPatch(workspace, patch);
    const isSame = kept.some((other) => JSON.stringify(other) === JSON.stringify(patch));
    if (next === workspace || isSame) continue;
    kept.push(patch);
    workspace = next;
  }
  return kept;
}
