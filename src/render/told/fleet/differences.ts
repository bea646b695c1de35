import { abridged, shortened } from "../../../messages/phrases.ts";
import type { FleetSetting, SettingDifference } from "../../../model/fleet.ts";

/** Longest value, and most entries, that are shown whole. */
const LONGEST_VALUE = 400;
const MOST_ENTRIES = 6;

/** A setting's place and value; no place where it is not set. */
export type PlacedValue = { readonly place?: string; readonly value: string };

/** What differs in one setting, in a sentence that begins with its name, and both values with their places. */
export type ToldDifference = {
  readonly what: string;
  readonly here: PlacedValue;
  readonly usual: PlacedValue;
};

/** A setting that a group has otherwise. */
export function toldDifference(difference: SettingDifference): ToldDifference {
  const { name, here, usual, decides } = difference;
  return {
    what: `${name} ${clauseFor(difference)}${decides ? "; it decides the way" : ""}.`,
    here: placed(here),
    usual: placed(usual),
  };
}

function clauseFor({ here, usual, lacks, adds }: SettingDifference): string {
  if (here === undefined) return "is not set here";
  if (usual === undefined) return "is set here alone";
  if (lacks === undefined || adds === undefined) return "has another value";
  const clauses = [
    ...(lacks.length === 0 ? [] : [`lacks ${abridged(lacks, MOST_ENTRIES)}`]),
    ...(adds.length === 0 ? [] : [`has ${abridged(adds, MOST_ENTRIES)} besides`]),
  ];
  return clauses.length === 0 ? "has the same entries, written otherwise" : clauses.join(" and ");
}

function placed(setting: FleetSetting | undefined): PlacedValue {
  if (setting === undefined) return { value: "not set" };
  const { place, value } = setting;
  return { place, value: value === "" ? "(empty)" : shortened(value, LONGEST_VALUE) };
}
