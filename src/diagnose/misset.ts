import { effectsOf } from "../decide/effects.ts";
import { isProxy } from "../decide/names.ts";
import { readersOf } from "../decide/readers.ts";
import type { Effect, Place } from "../model/finding.ts";
import { describeSetting, describeSource, type Setting } from "../model/setting.ts";
import type { Case } from "./evidence.ts";

/** What findings about settings have in common: what they are about, where it stands, and what clients do with it. */
type Misset = {
  readonly about: string;
  readonly subject: { readonly setting: string };
  readonly args: { readonly places: readonly Place[]; readonly effects: readonly Effect[] };
  readonly evidence: readonly string[];
};

/** Makes of settings the common part of a finding about them; the first is the one to change. */
export function misset(the: Case, settings: readonly [Setting, ...Setting[]]): Misset {
  const [first] = settings;
  return {
    about: the.settingId(first),
    subject: { setting: describeSetting(first) },
    args: {
      places: settings.map(placeOf),
      effects: isProxy(first.name) ? effectsOf(first, readersOf(first, the.components)) : [],
    },
    evidence: settings.map(the.settingId),
  };
}

/** A setting as a finding shows it. */
export function placeOf({ name, value, source, text }: Setting): Place {
  return { name, value, source: describeSource(source), ...(text === undefined ? {} : { text }) };
}

/** Settings at one place of one file, read with two grammars, are one to whoever edits the file. */
export function oncePerPlace(settings: readonly Setting[]): readonly Setting[] {
  const seen = new Set<string>();
  return settings.filter((setting) => {
    const key = describeSetting(setting);
    return !seen.has(key) && seen.add(key);
  });
}
