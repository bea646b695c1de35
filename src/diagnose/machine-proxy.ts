import { isProxy } from "../decide/names.ts";
import { parseProxyUrl } from "../decide/proxies.ts";
import type { Setting } from "../model/setting.ts";

/** Settings that stand in files or this shell, are taken, and name a proxy that can be read as one. */
export function settingsNamingProxies(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(
    ({ name, value, flaw, source }) =>
      source.kind !== "process" && flaw === undefined && isProxy(name) && parseProxyUrl(value) !== undefined,
  );
}
