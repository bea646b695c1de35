import type { Change } from "../model/change.ts";
import type { DecidedRoute } from "../model/decision.ts";
import { groupBy } from "../model/group-by.ts";
import { routeId } from "../model/route.ts";
import type { Known } from "./known.ts";

/**
 * What is different after another check: findings first, then the settings, the ways and what the routes show. A
 * route or a target that only one of the two checks had is no change of its own: a setting or a finding tells of it.
 */
export function changesBetween(before: Known, after: Known): readonly Change[] {
  return [
    ...added(before.findings, after.findings).map((finding): Change => ({ kind: "finding-came", finding })),
    ...added(after.findings, before.findings).map((finding): Change => ({ kind: "finding-went", finding })),
    ...weightChanges(before, after),
    ...settingChanges(before, after),
    ...wayChanges(before, after),
    ...showingChanges(before, after),
  ];
}

/** What stands in the second map alone. */
function added<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): readonly V[] {
  return [...other].flatMap(([key, value]) => (one.has(key) ? [] : [value]));
}

/** What stands in both maps, side by side. */
function pairs<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): readonly { before: V; after: V }[] {
  return [...other].flatMap(([key, after]) => {
    const before = one.get(key);
    return before === undefined ? [] : [{ before, after }];
  });
}

function weightChanges(before: Known, after: Known): readonly Change[] {
  return pairs(before.findings, after.findings)
    .filter((pair) => pair.before.severity !== pair.after.severity)
    .map((pair) => ({ kind: "finding-weighs", finding: pair.after, before: pair.before.severity }));
}

function settingChanges(before: Known, after: Known): readonly Change[] {
  const keys = new Set([...before.settings.keys(), ...after.settings.keys()]);
  return [...keys].flatMap((key): readonly Change[] => {
    const [was, is] = [before.settings.get(key), after.settings.get(key)];
    const held = is ?? was;
    if (held === undefined || isSame(was?.values, is?.values)) return [];
    const { name, place } = held;
    return [{ kind: "setting", name, place, before: was?.values ?? [], after: is?.values ?? [] }];
  });
}

function wayChanges(before: Known, after: Known): readonly Change[] {
  const changed = pairs(before.ways, after.ways).filter((pair) => wayOf(pair.before) !== wayOf(pair.after));
  const alike = groupBy(changed, (pair) => `${wayOf(pair.before)} ${wayOf(pair.after)}`);
  return [...alike.values()].flatMap((same): readonly Change[] => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        kind: "way",
        components: [...new Set(same.map((pair) => pair.after.component))],
        targets: [...new Set(same.map((pair) => pair.after.target))],
        before: first.before.route,
        after: first.after.route,
      },
    ];
  });
}

function wayOf({ route }: { readonly route: DecidedRoute }): string {
  return route.kind === "invalid" ? `invalid: ${route.why}` : routeId(route);
}

function showingChanges(before: Known, after: Known): readonly Change[] {
  const changed = pairs(before.shown, after.shown).filter(
    (pair) => !isSame(pair.before.showing, pair.after.showing),
  );
  const alike = groupBy(changed, (pair) =>
    JSON.stringify([pair.after.route, pair.before.showing, pair.after.showing]),
  );
  return [...alike.values()].flatMap((same): readonly Change[] => {
    const [first] = same;
    if (first === undefined) return [];
    const targets = same.map((pair) => pair.after.target);
    const { route } = first.after;
    return [{ kind: "showing", route, targets, before: first.before.showing, after: first.after.showing }];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
