import { meantProperties } from "../../decide/clients/java/properties.ts";
import { asVariables } from "../../decide/environment.ts";
import type { Patch } from "../../model/fix.ts";
import { holdsMask } from "../../model/mark.ts";
import type { Setting } from "../../model/setting.ts";
import { editedValue } from "../workspace.ts";
import { assigned, placeOf } from "./repair.ts";

/** What is to become of one property; without a value it goes. */
export type Change = { readonly property: string; readonly value?: string };

/** The properties among a setting's options, as they are meant, by their names. */
export function propertiesIn(setting: Setting): ReadonlyMap<string, string> {
  return new Map([...meantProperties(asVariables(setting))].map(([name, { value }]) => [name, value]));
}

/** Patches that make changes among a setting's options; none in a shell's variable that would have to be typed masked. */
export function optionPatches(setting: Setting, changes: readonly Change[]): readonly Patch[] {
  const { name, source } = setting;
  const edits = changes.map(({ property, value }) =>
    value === undefined
      ? ({ op: "unset", name, property, value: "" } as const)
      : ({ op: "set", name, property, value } as const),
  );
  if (source.kind === "file") return edits.map((edit) => ({ ...placeOf(setting), ...edit }));
  const value = edits.reduce(editedValue, setting.value);
  if (value === setting.value || holdsMask(value)) return [];
  return [assigned(setting, value)];
}

/** A JVM's list of exceptions written with the one separator that it knows; quotes in it go. */
export function joinedByBars(...lists: readonly string[]): string {
  const entries = lists.flatMap((list) => list.split(/[|,;\s"']+/)).filter((entry) => entry !== "");
  return [...new Set(entries)].join("|");
}
