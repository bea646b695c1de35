import { decidingAmong } from "../decide/deciding-settings.ts";
import { decisionId, type RoutingDecision } from "../model/decision.ts";
import type { Finding } from "../model/finding.ts";
import type { Setting } from "../model/setting.ts";
import { settingIds } from "../model/setting-id.ts";

/**
 * Of findings that keep settings from being taken, those whose settings a latent finding rests on: it speaks of them, or
 * the ways of which it speaks are decided by them. All of them where it rests on none, as what says that something is
 * missing.
 */
export function concealersAmong(
  concealing: readonly Finding[],
  decisions: readonly RoutingDecision[],
  settings: readonly Setting[],
): (latent: Finding) => readonly Finding[] {
  const ids = settingIds(settings);
  return ({ evidence }) => {
    const ways = decisions.filter((decision) => evidence.includes(decisionId(decision)));
    const deciding = decidingAmong(
      settings,
      ways.flatMap(({ because }) => because),
    );
    const rests = new Set([...evidence, ...deciding.map((setting) => ids.get(setting))]);
    const own = concealing.filter((each) => each.evidence.some((id) => rests.has(id)));
    return own.length > 0 ? own : concealing;
  };
}
