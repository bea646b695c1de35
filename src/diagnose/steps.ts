import { decidingAmong } from "../decide/deciding-settings.ts";
import type { Because } from "../model/client.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { SettingId } from "../model/setting-id.ts";
import type { Case } from "./evidence.ts";

/** The ids of the settings that steps of decisions speak of. */
export function settingsBehind(the: Case, steps: readonly Because[]): readonly SettingId[] {
  return [...new Set(decidingAmong(the.settings, steps).map(the.settingId))];
}

/** The lists that were to keep every one of these requests off the proxy and do not; none where one had no such list. */
export function listsMeantFor(the: Case, decisions: readonly RoutingDecision[]): readonly SettingId[] {
  const near = decisions.map(({ because }) => because.filter(({ effect }) => effect === "nearly-bypasses"));
  return near.every((steps) => steps.length > 0) ? settingsBehind(the, near.flat()) : [];
}
