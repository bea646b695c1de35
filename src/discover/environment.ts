import { isKept } from "../formats/relevant.ts";
import { settingOf } from "../formats/setting-of.ts";
import { keepMarkers } from "../model/mark.ts";
import type { Setting } from "../model/setting.ts";

/** The settings of a process environment that are kept; nothing else of it is kept. */
export function environmentSettings(
  environment: Readonly<Record<string, string>>,
  mark = keepMarkers,
): readonly Setting[] {
  return Object.entries(environment)
    .filter(([name]) => isKept(name))
    .map(([name, value]) => settingOf({ name, value, exported: true }, { kind: "environment" }, mark));
}
