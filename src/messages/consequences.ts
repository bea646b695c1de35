import type { ComponentId } from "../model/component.ts";
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

/** Calls, and who makes them. */
type Calls = { readonly components: readonly ComponentId[]; readonly targets?: readonly TargetId[] };

const IN_VAIN = "called in vain";
const FOR_CREDENTIALS = "called in vain without other credentials than this machine's";
const BY_STORES_UNSEEN = "called, in vain where its authority is not known to them,";

/**
 * What follows from a finding, condensed: the calls that go by what it is about or are made in vain for it, but for those
 * to targets that cannot be reached as a finding that follows from it says; and these findings, in one line for all of a
 * code that speak of targets. Last what will be wrong once it is mended, and is not yet.
 */
export function wordsForConsequences(finding: Finding, consequences: readonly Finding[]): readonly string[] {
  const lost = consequences.filter(
    ({ code }) => code === "target-timing-out" || code === "target-unreachable",
  );
  const told = lost.flatMap(targetsOf);
  const now = consequences.filter(({ latent }) => latent === undefined);
  const later = consequences.filter(({ latent }) => latent === true);
  const all = [
    ...callsBy(finding, told),
    ...condensed(now, told),
    ...condensed(later, told).map((line) => `Once that is mended: ${line}`),
  ];
  return [...new Set(all)];
}

/** What is called by way of what a finding is about, or in vain because of it, or may be, and by whom. */
function callsBy({ code, args }: Finding, told: readonly TargetId[]): readonly string[] {
  const lines = (how: string, calls: readonly Calls[]) =>
    calls.flatMap(({ components, targets = [] }) => {
      const left = targets.filter((id) => !told.includes(id));
      const what = `${counted(left.length, "target")} ${how} by ${theComponents(components)}`;
      return left.length === 0 ? [] : [`${what}: ${abridged(left, MOST_TARGETS)}`];
    });
  if (code === "tls-interception") {
    return [...lines(IN_VAIN, args.refusing), ...lines(BY_STORES_UNSEEN, args.unknown)];
  }
  if ("inVain" in args) {
    return lines(code === "metadata-token-refused" ? FOR_CREDENTIALS : IN_VAIN, [args.inVain]);
  }
  if (!("calls" in args)) return [];
  const how = code === "proxy-url-malformed" ? IN_VAIN : "called through it";
  return lines(how, [{ components: args.components, targets: args.calls }]);
}

function condensed(findings: readonly Finding[], told: readonly TargetId[]): readonly string[] {
  return [...groupBy(findings, ({ code }) => code)].flatMap(([code, same]) => {
    const together = TOGETHER[code];
    const targets = [...new Set(same.flatMap(targetsOf))];
    if (together === undefined || targets.length === 0) {
      return same.flatMap((each) => [wordsFor(each).what, ...linesBeneath(each, told)]);
    }
    return [`${counted(targets.length, "target")} ${together}: ${abridged(targets, MOST_TARGETS)}`];
  });
}

/** Of a proxy that a finding beneath is about, its own sentence says enough. */
function linesBeneath(finding: Finding, told: readonly TargetId[]): readonly string[] {
  return "inVain" in finding.args ? callsBy(finding, told) : [];
}

function targetsOf({ args }: Finding): readonly TargetId[] {
  return "targets" in args ? args.targets : [];
}
