import { decisionId, type RoutingDecision } from "../model/decision.ts";
import type { Finding } from "../model/finding.ts";
import { describeSource, type Setting } from "../model/setting.ts";
import { settingIds } from "../model/setting-id.ts";

/**
 * Of findings that keep settings from being taken, those whose settings a latent finding rests on: it speaks of them, or
 * the ways of which it speaks are decided by them. All of them where it rests on none, as what says that something is
 * missing.
 */
export function concealersOf(
  { evidence }: Finding,
  concealing: readonly Finding[],
  decisions: readonly RoutingDecision[],
  settings: readonly Setting[],
): readonly Finding[] {
  const ways = decisions.filter((decision) => evidence.includes(decisionId(decision)));
  const steps = new Set(
    ways.flatMap(({ because }) => because.map(({ setting, source }) => `${setting.split(" ")[0]} ${source}`)),
  );
  const deciding = [...settingIds(settings)].flatMap(([{ name, source }, id]) =>
    steps.has(`${name} ${describeSource(source)}`) ? [id] : [],
  );
  const rests = new Set([...evidence, ...deciding]);
  const own = concealing.filter((each) => each.evidence.some((id) => rests.has(id)));
  return own.length > 0 ? own : concealing;
}
