import { FINDING_GROUPS } from "../../messages/finding-groups.ts";
import type { Finding, FindingCode } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import type { ProxyId } from "../../model/route.ts";
import { isConfigured, type TargetId } from "../../model/target.ts";
import { proxiesOf } from "../told/proxy-names.ts";

/** Findings by what they are told of: several targets, one proxy, or else their code. */
export type Placed = {
  readonly onTarget: (id: TargetId) => readonly Finding[];
  readonly onProxy: (proxy: ProxyId) => readonly Finding[];
  readonly ofCode: (code: FindingCode) => readonly Finding[];
  /** Codes that are told by themselves and are not of settings, in the order in which they were found. */
  readonly others: readonly FindingCode[];
};

type Place = { readonly targets: readonly TargetId[]; readonly proxy?: ProxyId };

const OF_SETTINGS: ReadonlySet<FindingCode> = new Set(FINDING_GROUPS.settings.codes);

/** Finds each finding its place; none has no place. */
export function placedIn(report: Report): Placed {
  const places = new Map(report.findings.map((finding) => [finding, placeOf(report, finding)]));
  const those = (are: (place: Place) => boolean) =>
    report.findings.filter((finding) => are(places.get(finding) ?? { targets: [] }));
  const alone = those(({ targets, proxy }) => targets.length === 0 && proxy === undefined);
  return {
    onTarget: (id) => those(({ targets }) => targets.includes(id)),
    onProxy: (id) => those(({ proxy }) => proxy === id),
    ofCode: (code) => alone.filter((finding) => finding.code === code),
    others: [...new Set(alone.map(({ code }) => code))].filter((code) => !OF_SETTINGS.has(code)),
  };
}

function placeOf(report: Report, { code, args, subject }: Finding): Place {
  if (report.judges === "settings" || OF_SETTINGS.has(code)) return { targets: [] };
  const known = report.targets.filter(isConfigured).map(({ id }) => id);
  const named = "targets" in args ? args.targets : [subject.target].flatMap((id) => id ?? []);
  const targets = known.filter((id) => named.includes(id));
  if (targets.length > 0) return { targets };
  const proxy = "proxy" in args ? args.proxy : undefined;
  return proxy !== undefined && proxiesOf(report).includes(proxy) ? { targets: [], proxy } : { targets: [] };
}
