import { isJvmOptions } from "../../decide/names.ts";
import { placeholdersInJvmOptions } from "../../diagnose/placeholders.ts";
import { type ValueCode, valueFaultsOf } from "../../diagnose/value-faults.ts";
import { jvmSplittingOf, readJvmOptions } from "../../formats/jvm-options.ts";
import type { Patch } from "../../model/fix.ts";
import { MASK } from "../../model/redact.ts";
import type { Setting } from "../../model/setting.ts";
import { applyPatch, editedValue, settingsIn, type Workspace } from "../workspace.ts";
import { knownProxy } from "./known-proxies.ts";
import { placeOf, type Repair } from "./repair.ts";
import { type Knowledge, rightValue, withServices } from "./right-value.ts";

/** Sets the right value wherever a wrong one stands; nothing where a right one cannot be known for all of them. */
export const mendValue: Repair<ValueCode> = ({ settings, workspace, circumstances }) => {
  const knowledge = { settings: settingsIn(workspace), installation: circumstances.installation };
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
  const { name } = setting;
  if (isJvmOptions(name) && placeholdersInJvmOptions(setting.value, setting).length > 0) {
    return optionPatches(setting, knowledge);
  }
  const value = rightValue(setting, knowledge);
  return value === undefined || value === setting.value
    ? []
    : [{ ...placeOf(setting), op: "set", name, value }];
}

/** One patch for every option that holds a placeholder; none where one of them cannot be filled in. */
function optionPatches(setting: Setting, knowledge: Knowledge): readonly Patch[] {
  const { name, value, source } = setting;
  const patches = readJvmOptions(value, jvmSplittingOf(name)).flatMap(
    (option): readonly (Patch | undefined)[] => {
      const placeholders = placeholdersInJvmOptions(`-D${option.name}=${option.value}`, setting);
      if (placeholders.length === 0) return [];
      const right = rightOption(option, placeholders, knowledge);
      return [
        right === undefined
          ? undefined
          : { ...placeOf(setting), op: "set", name, property: option.name, value: right },
      ];
    },
  );
  const known = patches.filter((patch) => patch !== undefined);
  if (known.length < patches.length) return [];
  if (source.kind === "file") return known;
  // What a shell exports is typed whole, so it is told whole.
  const whole = known.reduce(editedValue, value);
  return whole.includes(MASK) ? [] : [{ ...placeOf(setting), op: "set", name, value: whole }];
}

function rightOption(
  { name, value }: { readonly name: string; readonly value: string },
  placeholders: readonly string[],
  knowledge: Knowledge,
): string | undefined {
  const known = knownProxy(knowledge.settings);
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
