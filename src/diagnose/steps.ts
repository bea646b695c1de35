import type { Because } from "../model/client.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import type { SettingId } from "../model/setting-id.ts";
import type { Case } from "./evidence.ts";

/** Of some settings those that steps of decisions speak of; a property of a JVM stands in the variable that its name begins with. */
export function settingsIn(steps: readonly Because[], settings: readonly Setting[]): readonly Setting[] {
  const named = new Set(steps.map(({ setting, source }) => `${setting.split(" ")[0]} ${source}`));
  return settings.filter(({ name, source }) => named.has(`${name} ${describeSource(source)}`));
}

/** The ids of the settings that steps of decisions speak of. */
export function settingsBehind(the: Case, steps: readonly Because[]): readonly SettingId[] {
  return [...new Set(settingsIn(steps, the.settings).map(the.settingId))];
}

/** The lists that were to keep every one of these requests off the proxy and do not; none where one had no such list. */
export function listsMeantFor(the: Case, decisions: readonly RoutingDecision[]): readonly SettingId[] {
  const near = decisions.map(({ because }) => because.filter(({ effect }) => effect === "nearly-bypasses"));
  return near.every((steps) => steps.length > 0) ? settingsBehind(the, near.flat()) : [];
}
