import { proxiesIn } from "../../decide/named-proxies.ts";
import type { Circumstances } from "../../diagnose/judge.ts";
import { standings } from "../../diagnose/standing.ts";
import { onceFor } from "../../model/once-for.ts";
import type { Setting } from "../../model/setting.ts";

/** What measuring showed of each proxy, by `host:port`. */
export const standingsIn = onceFor((circumstances: Circumstances) => standings(circumstances));

/** Whether a setting names a proxy that was measured to be out, and is not to be given to anyone else. */
export function namesDeadProxy(setting: Setting, circumstances: Circumstances): boolean {
  const known = standingsIn(circumstances);
  return proxiesIn(setting).some(({ address }) => known.get(address) === "out");
}

/** The settings but for those that name a proxy that is out. */
export function withoutDeadProxies(
  settings: readonly Setting[],
  circumstances: Circumstances,
): readonly Setting[] {
  return settings.filter((setting) => !namesDeadProxy(setting, circumstances));
}
