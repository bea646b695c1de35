import { rootsOf } from "../../../src/model/finding.ts";
import type { Report } from "../../../src/model/report.ts";
import type { TargetId } from "../../../src/model/target.ts";
import type { Claim } from "./claim.ts";

/** What a report of ours claims, by its errors and warnings. */
export function doctorsClaim({ findings, targets }: Report): Claim {
  const serious = findings.filter(({ severity }) => severity !== "info");
  const named = new Set(serious.flatMap(targetsIn));
  return {
    alarms: serious.length > 0,
    blames: new Set(
      targets.flatMap((target) =>
        "url" in target && named.has(target.id) ? [new URL(target.url).origin] : [],
      ),
    ),
    causes: rootsOf(serious).map(({ code }) => new Set([code])),
  };
}

/** Those that it is about, not those that are evidence. */
function targetsIn({ subject, args }: Report["findings"][number]): readonly TargetId[] {
  if ("targets" in args) return args.targets;
  if ("calls" in args) return args.calls;
  return subject.target === undefined ? [] : [subject.target];
}
