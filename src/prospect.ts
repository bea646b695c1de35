import { decide } from "./decide/decide.ts";
import { numbered, proxiesNamed } from "./decide/proxies.ts";
import { ALL_PROGRAMS } from "./discover/discover.ts";
import { type Subject, survey } from "./examine.ts";
import type { Component } from "./model/component.ts";
import { numbering } from "./model/mark.ts";
import type { Attempt } from "./model/observation.ts";
import type { Prospect } from "./model/prospect.ts";
import type { Proxy, ProxyId } from "./model/route.ts";
import type { Setting } from "./model/setting.ts";
import { isConfigured, type Target, type Unconfigured } from "./model/target.ts";
import { plan } from "./plan.ts";

/** What a check of a machine would send, and it sends nothing: settings are read, and programs asked their versions. */
export async function prospect(
  subject: Pick<Subject, "machine" | "flags" | "own" | "only" | "skip">,
  besides: readonly Proxy[],
): Promise<Prospect> {
  const mark = numbering();
  const { discovery, components, entries } = await survey(subject, ALL_PROGRAMS, mark);
  const proxies = besides.map((proxy) => numbered(proxy, mark));
  const targets = entries.filter(isConfigured);
  const { attempts } = attemptsOn(components, targets, discovery.settings, proxies);
  return { attempts, unconfigured: entries.filter((entry): entry is Unconfigured => !isConfigured(entry)) };
}

/** Every attempt of a check, and the proxies that it goes through: those that settings name, and `besides`. */
export function attemptsOn(
  components: readonly Component[],
  targets: readonly Target[],
  settings: readonly Setting[],
  besides: readonly Proxy[],
): { readonly attempts: readonly Attempt[]; readonly proxies: ReadonlyMap<ProxyId, Proxy> } {
  const proxies = proxiesNamed(decide(components, targets, settings), settings, besides);
  return { attempts: plan(targets, [...proxies.values()]), proxies };
}
