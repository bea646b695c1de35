import type { Finding, FindingCode } from "../model/finding.ts";
import { groupBy } from "../model/group-by.ts";
import type { TargetId } from "../model/target.ts";
import { theComponents } from "./components.ts";
import { wordsFor } from "./findings.ts";
import { abridged, counted } from "./phrases.ts";

/** Ids in one line; the report has them all. */
const MOST_TARGETS = 5;

/** What becomes of several targets, where findings of one code are told together. */
const TOGETHER: { readonly [C in FindingCode]?: string } = {
  "target-timing-out": "cannot be reached (timed out)",
  "target-unreachable": "cannot be reached",
  "proxy-denies-port": "on ports to which the proxy opens no tunnel",
  "misrouted-to-proxy": "would be better called direct",
  "misrouted-direct": "called direct, to no avail",
  "untrusted-certificate": "shown with a certificate that not everyone accepts",
  "avoidable-proxying": "called through the proxy though direct works",
};

/**
 * What follows from a finding, condensed: the calls that go by what it is about, but for those to targets that cannot be
 * reached as a finding that follows from it says; and these findings, in one line for all of a code that speak of targets.
 * Last what will be wrong once it is mended, and is not yet.
 */
export function wordsForConsequences(finding: Finding, consequences: readonly Finding[]): readonly string[] {
  const lost = consequences.filter(
    ({ code }) => code === "target-timing-out" || code === "target-unreachable",
  );
  const now = consequences.filter(({ latent }) => latent === undefined);
  const later = consequences.filter(({ latent }) => latent === true);
  return [
    ...callsBy(finding, lost.flatMap(targetsOf)),
    ...condensed(now),
    ...condensed(later).map((line) => `Once that is mended: ${line}`),
  ];
}

function callsBy({ code, args }: Finding, told: readonly TargetId[]): readonly string[] {
  if (!("calls" in args)) return [];
  const left = args.calls.filter((id) => !told.includes(id));
  if (left.length === 0) return [];
  const how = code === "proxy-url-malformed" ? "called in vain" : "called through it";
  return [
    `${counted(left.length, "target")} ${how} by ${theComponents(args.components)}: ${abridged(left, MOST_TARGETS)}`,
  ];
}

function condensed(findings: readonly Finding[]): readonly string[] {
  return [...groupBy(findings, ({ code }) => code)].flatMap(([code, same]) => {
    const together = TOGETHER[code];
    const targets = [...new Set(same.flatMap(targetsOf))];
    if (together === undefined || targets.length === 0) return same.map((each) => wordsFor(each).what);
    return [`${counted(targets.length, "target")} ${together}: ${abridged(targets, MOST_TARGETS)}`];
  });
}

function targetsOf({ args }: Finding): readonly TargetId[] {
  return "targets" in args ? args.targets : [];
}
