import { isProxy } from "../decide/names.ts";
import { parseProxyUrl } from "../decide/proxies.ts";
import { onceFor } from "../model/once-for.ts";
import type { Setting } from "../model/setting.ts";

/** Settings that stand in files or this shell, are taken, and name a proxy that can be read as one. */
export function settingsNamingProxies(settings: readonly Setting[]): readonly Setting[] {
  return settings.filter(namesUsableProxy);
}

const namesUsableProxy = onceFor(
  ({ name, value, flaw, source }: Setting) =>
    source.kind !== "process" && flaw === undefined && isProxy(name) && parseProxyUrl(value) !== undefined,
);
