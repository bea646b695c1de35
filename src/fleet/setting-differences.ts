import type { FleetSetting, SettingDifference } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import type { TargetId } from "../model/target.ts";
import type { GlancedSetting } from "./glanced-settings.ts";
import { inOrder } from "./in-order.ts";
import type { Member } from "./members.ts";

/** What no machine of some sets. */
const NOT_SET = Symbol("not set");

/** By key, how machines have a setting. */
type Held = ReadonlyMap<string, readonly GlancedSetting[]>;

/**
 * Tells settings that most of some machines have otherwise than most of the usual ones, those first that decide about
 * the targets. What either of them have in many ways is no difference between them.
 */
export function settingsBeside(
  usual: readonly Member[],
): (here: readonly Member[], targets: readonly TargetId[]) => readonly SettingDifference[] {
  const theirs = heldBy(usual);
  const usuallyDeciding = decidingBy(usual);
  return (here, targets) => {
    const mine = heldBy(here);
    const deciding = decidingBy(here);
    const decides = (key: string) =>
      [deciding, usuallyDeciding].some((by) => targets.some((target) => by.get(target)?.has(key)));
    const keys = inOrder([...new Set([...mine.keys(), ...theirs.keys()])], (key) => key);
    const differences = keys.flatMap((key): readonly SettingDifference[] => {
      const ours = mostHeld(mine, key, here.length);
      const others = mostHeld(theirs, key, usual.length);
      const name = (ours?.setting ?? others?.setting)?.name;
      if (name === undefined || ours === undefined || others === undefined) return [];
      if (ours.compared === others.compared || ours.setting?.value === others.setting?.value) return [];
      return [
        {
          name,
          ...(ours.setting === undefined ? {} : { here: shown(ours.setting) }),
          ...(others.setting === undefined ? {} : { usual: shown(others.setting) }),
          ...listDifference(ours.setting, others.setting),
          ...(decides(key.replace(/#\d+$/, "")) ? { decides: true } : {}),
        },
      ];
    });
    return differences.toSorted(
      (one, other) => Number(other.decides ?? false) - Number(one.decides ?? false),
    );
  };
}

/** In what two values differ of which at least one is a list. */
function listDifference(
  here: GlancedSetting | undefined,
  usual: GlancedSetting | undefined,
): Pick<SettingDifference, "lacks" | "adds"> {
  if (here === undefined || usual === undefined) return {};
  const [mine, theirs] = [entriesOf(here), entriesOf(usual)];
  if (mine.length < 2 && theirs.length < 2) return {};
  return { lacks: missingIn(mine, theirs), adds: missingIn(theirs, mine) };
}

type Entry = { readonly entry: string; readonly compared: string };

/** What words are common stand in one piece, so that the entries of both texts are in one order. */
function entriesOf({ value, compared }: GlancedSetting): readonly Entry[] {
  const common = entriesIn(compared);
  return entriesIn(value).map((entry, at) => ({ entry, compared: common[at] ?? entry }));
}

function entriesIn(value: string): readonly string[] {
  return value.split(/[\s,|]+/).filter(Boolean);
}

/** The entries of the second that the first lacks, letter by letter and with common words. */
function missingIn(some: readonly Entry[], others: readonly Entry[]): readonly string[] {
  const known = new Set(some.flatMap(({ entry, compared }) => [entry, compared]));
  const missing = others.filter(({ entry, compared }) => !known.has(entry) && !known.has(compared));
  return [...new Set(missing.map(({ entry }) => entry))];
}

function shown({ value, place }: GlancedSetting): FleetSetting {
  return { value, place };
}

function heldBy(members: readonly Member[]): Held {
  return groupBy(
    members.flatMap(({ glance }) => glance.settings),
    ({ key }) => key,
  );
}

type MostHeld = { readonly compared: string | typeof NOT_SET; readonly setting?: GlancedSetting };

/**
 * How more than half of some machines have a setting, by the first of them: letter by letter, as a list of all machines
 * is the same everywhere, or else with common words for what is each one's own. Nothing where there is no such way.
 */
function mostHeld(held: Held, key: string, machines: number): MostHeld | undefined {
  const set = held.get(key) ?? [];
  const most = (by: (setting: GlancedSetting) => string) =>
    [...groupBy(set, by).values()].find((same) => same.length * 2 > machines)?.[0];
  const setting = most(({ value }) => value) ?? most(({ compared }) => compared);
  if (setting !== undefined) return { compared: setting.compared, setting };
  return (machines - set.length) * 2 > machines ? { compared: NOT_SET } : undefined;
}

/** By target, the settings that decide about it on some machine. */
function decidingBy(members: readonly Member[]): ReadonlyMap<string, ReadonlySet<string>> {
  const deciding = new Map<string, Set<string>>();
  for (const some of new Set(members.map(({ glance }) => glance.deciding))) {
    for (const [target, keys] of some) {
      const known = deciding.get(target) ?? new Set();
      for (const key of keys) known.add(key);
      deciding.set(target, known);
    }
  }
  return deciding;
}
