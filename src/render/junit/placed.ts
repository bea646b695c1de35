import { FINDING_GROUPS } from "../../messages/finding-groups.ts";
import type { Finding, FindingCode } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import type { ProxyId } from "../../model/route.ts";
import { isConfigured, type TargetId } from "../../model/target.ts";
import { proxiesOf } from "../told/proxy-names.ts";
import { type Tale, taleElsewhere, taleOf } from "./case.ts";

/** Findings as they are told, by what they are told of: several targets, one proxy, or else their code. */
export type Placed = {
  readonly onTarget: (id: TargetId) => readonly Tale[];
  readonly onProxy: (proxy: ProxyId) => readonly Tale[];
  readonly ofCode: (code: FindingCode) => readonly Tale[];
  /** Codes that are told by themselves and are not of settings, in the order in which they were found. */
  readonly others: readonly FindingCode[];
};

type Place = { readonly targets: readonly TargetId[]; readonly proxy?: ProxyId };

const OF_SETTINGS: ReadonlySet<FindingCode> = new Set(FINDING_GROUPS.settings.codes);

/** Finds each finding its place; none has no place. */
export function placedIn(report: Report): Placed {
  const proxies = proxiesOf(report);
  const known = new Set(report.targets.filter(isConfigured).map(({ id }) => id));
  const all = report.findings.map((finding) => ({
    tale: taleOf(report, finding),
    place: placeOf(report.judges, finding, known, proxies),
  }));
  const alone = all
    .filter(({ place }) => place.targets.length === 0 && place.proxy === undefined)
    .map(({ tale }) => tale);
  return {
    onTarget: (id) =>
      all
        .filter(({ place }) => place.targets.includes(id))
        .map(({ tale, place: { targets } }) => {
          const [first = id] = targets;
          return first === id ? tale : taleElsewhere(tale, first);
        }),
    onProxy: (id) => all.filter(({ place }) => place.proxy === id).map(({ tale }) => tale),
    ofCode: (code) => alone.filter(({ finding }) => finding.code === code),
    others: [...new Set(alone.map(({ finding }) => finding.code))].filter((code) => !OF_SETTINGS.has(code)),
  };
}

function placeOf(
  judges: Report["judges"],
  { code, args, subject }: Finding,
  known: ReadonlySet<TargetId>,
  proxies: readonly ProxyId[],
): Place {
  if (judges === "settings" || OF_SETTINGS.has(code)) return { targets: [] };
  const named = "targets" in args ? args.targets : [subject.target].flatMap((id) => id ?? []);
  const targets = named.filter((id) => known.has(id));
  if (targets.length > 0) return { targets };
  const proxy = "proxy" in args ? args.proxy : undefined;
  return proxy !== undefined && proxies.includes(proxy) ? { targets: [], proxy } : { targets: [] };
}
