import type { Component, SettingsView } from "../model/component.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";

/** Whether a setting is among those that a view shows. */
export function isSeen(setting: Setting, view: SettingsView): boolean {
  const { source } = setting;
  if (view.from === "environment") return source.kind === "environment";
  if (source.kind !== "file") return false;
  if (view.from === "unit") return source.unit === view.unit;
  if (source.loader !== view.loader || source.unit !== undefined) return false;
  return view.path.endsWith("/") ? source.path.startsWith(view.path) : source.path === view.path;
}

/** What a component sees of some settings, in their order. It is of this component alone. */
export type SeenSettings = readonly Setting[];

/** The most that is kept of what one component saw: a few attempts at a fix are tried one after the other. */
const MOST_KEPT = 8;

/**
 * What a component sees of some settings. Where it sees what it saw before, however much else has changed, this is the
 * same array: what follows from it (variables, decisions) is known by it, and a fix is judged anew for those alone
 * whose settings it changes.
 */
export function seenSettings(component: Component, settings: readonly Setting[]): SeenSettings {
  return seenAmong(settings)(component);
}

const seenAmong = onceFor((settings: readonly Setting[]) =>
  onceFor((component: Component) => asBefore(component, seenIn(component.reads, settings))),
);

const KEPT = new WeakMap<Component, readonly SeenSettings[]>();

function seenIn(views: readonly SettingsView[], settings: readonly Setting[]): SeenSettings {
  return stretchesOf(settings).flatMap((stretch) =>
    stretch[0] !== undefined && views.some((view) => isSeen(stretch[0], view)) ? stretch : [],
  );
}

function asBefore(component: Component, seen: SeenSettings): SeenSettings {
  const kept = KEPT.get(component) ?? [];
  const same = kept.find((each) => isSame(each, seen));
  if (same === undefined) KEPT.set(component, [seen, ...kept].slice(0, MOST_KEPT));
  return same ?? seen;
}

function isSame(one: SeenSettings, other: SeenSettings): boolean {
  return one.length === other.length && one.every((setting, index) => setting === other[index]);
}

type Stretch = readonly [Setting, ...Setting[]];

/** Settings that follow one another and stand at one place, as views tell places apart: a view shows all or none of them. */
export const stretchesOf = onceFor((settings: readonly Setting[]): readonly Stretch[] => {
  const stretches: [Setting, ...Setting[]][] = [];
  for (const setting of settings) {
    const last = stretches.at(-1);
    if (last !== undefined && isBeside(last[0], setting)) last.push(setting);
    else stretches.push([setting]);
  }
  return stretches;
});

function isBeside({ source: one }: Setting, { source: other }: Setting): boolean {
  if (one.kind !== "file" || other.kind !== "file") return one.kind === other.kind;
  return one.path === other.path && one.loader === other.loader && one.unit === other.unit;
}
