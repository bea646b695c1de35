import { isProxy } from "../../decide/names.ts";
import type { Because } from "../../model/client.ts";
import { decisionId, type RoutingDecision } from "../../model/decision.ts";
import { groupBy } from "../../model/group-by.ts";
import { attemptId } from "../../model/observation.ts";
import { onceFor } from "../../model/once-for.ts";
import { type ProxyId, parseProxyId } from "../../model/route.ts";
import { describeSource, type Setting } from "../../model/setting.ts";
import { decisionsElsewhere } from "../decisions-elsewhere.ts";
import type { Case } from "../evidence.ts";
import { restsOn } from "../misvalued.ts";
import { isMalformed } from "../proxy-value.ts";
import type { Rule } from "../rule.ts";
import { settingsBehind } from "../steps.ts";
import { targetsOf } from "../traffic.ts";
import { valueFaultsOf } from "../value-faults.ts";

/** A way on which a setting is of no use, and what shows it. */
type Broken = {
  readonly decision: RoutingDecision;
  readonly why: string;
  readonly setting: string;
  readonly source: string;
  readonly evidence: readonly string[];
};

/**
 * A component cannot use the proxy setting it reads, and asks in vain for whatever it wants; or it takes the
 * value for a proxy that nobody meant (Go calls a host `http` for many a damaged URL). Of a setting of which a more
 * exact code speaks, this one is silent. One that nothing which is judged goes by waits for the first call elsewhere.
 */
export const proxyUrlMalformed: Rule<"proxy-url-malformed"> = (the) => {
  const judged = the.decisions.flatMap((decision) => brokenOn(the, decision));
  const known = new Set(judged.map(placeIn));
  const elsewhere = the.settings.some((each) => isProxy(each.name) && isMalformed(each))
    ? decisionsElsewhere(the)
        .flatMap((decision) => brokenOn(the, decision))
        .filter((each) => isProxy(each.setting) && !known.has(placeIn(each)))
        .map((each) => ({ ...each, evidence: [] }))
    : [];
  return [...groupBy([...judged, ...elsewhere], placeIn)].flatMap(([place, same]) => {
    const [first] = same;
    if (first === undefined) return [];
    const { setting, source, why } = first;
    const calls = targetsOf(
      the,
      same.map(({ decision }) => decision),
    ).map(({ id }) => id);
    return [
      {
        about: place,
        severity: "error" as const,
        subject: { setting: place },
        args: {
          setting,
          source,
          why,
          components: [...new Set(same.map(({ decision }) => decision.component))],
          ...(calls.length > 0 && { calls }),
        },
        evidence: [
          ...same.flatMap(({ evidence }) => evidence),
          ...settingsBehind(the, [{ setting, source, effect: "breaks" }]),
        ],
      },
    ];
  });
};

function placeIn({ setting, source }: Broken): string {
  return `${setting} (${source})`;
}

/** What keeps a component from calling a target; nothing where its way leads to it or to a proxy that is meant. */
function brokenOn(the: Case, decision: RoutingDecision): readonly Broken[] {
  const { route, because, target } = decision;
  if (route.kind === "invalid") {
    const breaking = because.find(({ effect }) => effect === "breaks");
    if (breaking !== undefined && isToldExactly(the, breaking)) return [];
    const { setting = "", source = "" } = breaking ?? {};
    return [{ decision, why: route.why, setting, source, evidence: [decisionId(decision)] }];
  }
  if (route.kind === "direct") return [];
  const misread = because.find((each) => each.effect === "proxies" && isMisread(the, each, route.proxy));
  if (misread === undefined || isToldExactly(the, misread)) return [];
  const { setting, source } = misread;
  const evidence = [decisionId(decision), attemptId(target, route.proxy)];
  return [{ decision, why: `it is taken for the proxy ${route.proxy}`, setting, source, evidence }];
}

/** Whether another code says what is wrong with the setting. */
function isToldExactly(the: Case, because: Because): boolean {
  const settings = the.settings.filter((setting) => restsOn(because, setting));
  return settings.some((setting) => valueFaultsOf(the, setting).codes.length > 0);
}

/** Whether a client calls a host that the value does not mean: its scheme, or this machine where no host is read. */
function isMisread(the: Case, { setting, source }: Because, proxy: ProxyId): boolean {
  const read = settingsByPlace(the.settings).get(describePlace(setting, source));
  const { host } = parseProxyId(proxy);
  const value = read?.value.trim().toLowerCase() ?? "";
  const isScheme = value.startsWith(`${host}:/`) || value.startsWith(`${host}//`);
  return isScheme || (host === "localhost" && value !== "" && !value.includes("localhost"));
}

/** The first setting of each name at each place, as steps of decisions speak of it. */
const settingsByPlace = onceFor((settings: readonly Setting[]): ReadonlyMap<string, Setting> => {
  const first = new Map<string, Setting>();
  for (const setting of settings) {
    const place = describePlace(setting.name, describeSource(setting.source));
    if (!first.has(place)) first.set(place, setting);
  }
  return first;
});

function describePlace(name: string, source: string): string {
  return `${name}\0${source}`;
}
