import { type Finding, rootsOf } from "../../../src/model/finding.ts";
import type { Report } from "../../../src/model/report.ts";
import type { TargetId } from "../../../src/model/target.ts";
import type { Claim } from "./claim.ts";

/** What a report of ours claims, by its errors and warnings; of what will be wrong only later, no call is wrong yet. */
export function doctorsClaim({ findings, targets }: Report): Claim {
  const serious = findings.filter(({ severity }) => severity !== "info");
  const urls = new Map(targets.flatMap((target) => ("url" in target ? [[target.id, target.url]] : [])));
  return {
    alarms: serious.length > 0,
    blames: new Set(
      serious.filter(({ latent }) => latent === undefined).flatMap((finding) => blamedBy(finding, urls)),
    ),
    causes: rootsOf(serious).map(({ code }) => new Set([code])),
  };
}

/** Origins; of what nobody measures, the hosts that are told. */
function blamedBy(finding: Finding, urls: ReadonlyMap<TargetId, string>): readonly string[] {
  if (finding.code === "bypass-missing") return finding.args.hosts;
  return targetsIn(finding).flatMap((id) => {
    const url = urls.get(id);
    return url === undefined ? [] : [new URL(url).origin];
  });
}

/** Those that it is about, and those that it says are called in vain for it; not those that are evidence. */
function targetsIn({ code, subject, args }: Finding): readonly TargetId[] {
  // TLS that is opened is no wrong call to whoever accepts it.
  if (code === "tls-interception")
    return [...args.refusing, ...args.unknown].flatMap(({ targets = [] }) => targets);
  if ("targets" in args) return args.targets;
  if ("calls" in args) return args.calls;
  const about = subject.target === undefined ? [] : [subject.target];
  return "inVain" in args ? [...about, ...args.inVain.targets] : about;
}
