import type { Because } from "../model/client.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { describeSource } from "../model/setting.ts";
import type { SettingId } from "../model/setting-id.ts";
import type { Case } from "./evidence.ts";

/** The settings that steps of decisions speak of; a property of a JVM stands in the variable that its name begins with. */
export function settingsBehind(the: Case, steps: readonly Because[]): readonly SettingId[] {
  const named = new Set(steps.map(({ setting, source }) => `${setting.split(" ")[0]} ${source}`));
  const behind = the.settings.filter(({ name, source }) => named.has(`${name} ${describeSource(source)}`));
  return [...new Set(behind.map(the.settingId))];
}

/** The lists that were to keep every one of these requests off the proxy and do not; none where one had no such list. */
export function listsMeantFor(the: Case, decisions: readonly RoutingDecision[]): readonly SettingId[] {
  const near = decisions.map(({ because }) => because.filter(({ effect }) => effect === "nearly-bypasses"));
  return near.every((steps) => steps.length > 0) ? settingsBehind(the, near.flat()) : [];
}
