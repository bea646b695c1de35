import { type NamedProxy, proxiesIn } from "../decide/named-proxies.ts";
import { loginIn, proxyIn } from "../decide/proxies.ts";
import { groupBy } from "../model/group-by.ts";
import { holdsMask } from "../model/mark.ts";
import { onceFor } from "../model/once-for.ts";
import { type ProxyId, proxyId } from "../model/route.ts";
import type { Setting } from "../model/setting.ts";
import { oncePerPlace } from "./misset.ts";

/** A proxy as `host:port`, and the settings that name it, in their order. */
export type Following = { readonly address: string; readonly settings: readonly Setting[] };

type Naming = { readonly setting: Setting; readonly proxy: NamedProxy };

/**
 * The proxies that the environment and the files of a machine name, the one that is named most often first. Where a
 * port is missing, the one that others give for the same host is meant.
 */
export function followingsOf(settings: readonly Setting[]): readonly Following[] {
  const namings = namingsOf(settings);
  const byAddress = groupBy(namings, ({ proxy }) => proxy.address);
  return [...byAddress]
    .map(([address, of]) => ({ address, settings: [...new Set(of.map(({ setting }) => setting))] }))
    .sort((one, other) => other.settings.length - one.settings.length);
}

/** Whether each scheme has one proxy of its own throughout, as where two were set up on purpose. */
export function isOneEachScheme(settings: readonly Setting[]): boolean {
  const namings = namingsOf(settings);
  return (["http", "https"] as const).every((scheme) => {
    const of = namings.filter(({ proxy }) => proxy.schemes.includes(scheme));
    return of.length > 1 && new Set(of.map(({ proxy }) => proxy.address)).size === 1;
  });
}

/**
 * The users of proxies to whom settings give a login in a URL, each with the logins as `http://joe:***1@10.0.0.33:3128`: what
 * has one marker is one password.
 */
export function passwordsOf(
  settings: readonly Setting[],
): readonly { readonly proxy: ProxyId; readonly followings: readonly Following[] }[] {
  const logins = standing(settings).flatMap((setting) => {
    const endpoint = proxyIn(setting);
    const login = loginIn(setting);
    if (endpoint?.username === undefined || login === undefined || !holdsMask(login)) return [];
    return [{ setting, proxy: proxyId(endpoint), address: proxyId({ ...endpoint, username: login }) }];
  });
  return [...groupBy(logins, ({ proxy }) => proxy)].map(([proxy, of]) => ({
    proxy,
    followings: [...groupBy(of, ({ address }) => address)].map(([address, same]) => ({
      address,
      settings: same.map(({ setting }) => setting),
    })),
  }));
}

const namingsOf = onceFor((settings: readonly Setting[]): readonly Naming[] => {
  const namings = standing(settings).flatMap((setting) =>
    proxiesIn(setting).map((proxy) => ({ setting, proxy })),
  );
  const withPort = new Set(
    namings.flatMap(({ proxy: { address, host } }) => (isWithPort(address) ? [host] : [])),
  );
  return namings.filter(({ proxy: { address, host } }) => isWithPort(address) || !withPort.has(host));
});

/** What the environment and files set, as it is taken, each place once. */
function standing(settings: readonly Setting[]): readonly Setting[] {
  return oncePerPlace(
    settings.filter(
      ({ source, flaw }) => (source.kind === "environment" || source.kind === "file") && flaw === undefined,
    ),
  );
}

function isWithPort(address: string): boolean {
  return /(?:^[^:]*|\]):\d+$/.test(address);
}
