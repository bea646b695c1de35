import { stateOf } from "../diagnose/compare.ts";
import type { Circumstances, Judgement } from "../diagnose/judge.ts";
import { decisionId, type RoutingDecision } from "../model/decision.ts";
import type { Finding, FindingCode } from "../model/finding.ts";
import type { FixVerdict } from "../model/fix.ts";
import { type AttemptId, attemptId } from "../model/observation.ts";
import { routeId } from "../model/route.ts";
import { selectsFailing } from "./failing-ways.ts";

/**
 * One thing that a finding says something of: `<code> <component>><target>` or, where it speaks of no
 * component's way, `<code> <attempt>`; `<code> <setting id>` of the setting that it is about, for another setting that
 * breaks the same way is another thing to mend. A finding that grows says more of them under the same id.
 */
export type Complaint = string;

/** All that findings complain of. */
export function complaintsOf(findings: readonly Finding[]): readonly Complaint[] {
  return findings.flatMap(({ code, evidence, subject }) => {
    const decisions = evidence.filter((id) => /^[a-z-]+>/.test(id));
    const settings = subject.setting === undefined ? [] : evidence.filter(isOfSetting);
    return (decisions.length > 0 ? [...decisions, ...settings] : evidence).map((id) => `${code} ${id}`);
  });
}

/** Of all evidence, ids of settings alone end in the path of a file, or in this shell's environment. */
function isOfSetting(id: string): boolean {
  return /@(?:\/|environment(?:$|#))/.test(id);
}

/** What judging again says of a change that claims to end some complaints. */
export function verdictOn(
  claimed: readonly Complaint[],
  before: Judgement,
  after: Judgement,
  circumstances: Circumstances,
): FixVerdict {
  const known = new Set(complaintsOf(before.findings.filter(weighs)));
  const left = complaintsOf(after.findings.filter(weighs));
  if (left.some((complaint) => !known.has(complaint))) return "makes-worse";
  if (selectsFailing(before, after, circumstances)) return "makes-worse";
  if (complaintsOf(after.findings).some((complaint) => claimed.includes(complaint))) return "no-effect";
  const isProved = !selectsUnknown(before, after, circumstances) && !selectsNone(before, after);
  return isProved ? "verified" : "unmeasured";
}

const FOLLOWING: ReadonlySet<FindingCode> = new Set([
  "stale-process",
  "components-disagree",
  "untrusted-certificate",
  "tls-interception",
]);

/**
 * What follows from any change is not held against one: a process still has the old settings until it is restarted
 * with it, components disagree as long as only some of them are mended, and a proxy that nobody names any more is
 * nobody's trouble. That a certificate is refused on the right way makes no other way right.
 */
export function weighs({ severity, code, args }: Finding): boolean {
  if ("sources" in args && args.sources.length === 0 && args.components.length === 0) return false;
  return severity !== "info" && !FOLLOWING.has(code);
}

/** Whether the change sends someone along a route of which nothing is known. */
function selectsUnknown(before: Judgement, after: Judgement, circumstances: Circumstances): boolean {
  const seen = circumstances.observations.filter((each) => stateOf(each) !== "unknown");
  const known = new Set<AttemptId>([...seen.map(({ id }) => id), ...commanded(circumstances)]);
  const selected = new Set(before.decisions.map(selects));
  return after.decisions.map(selects).some((id) => id !== undefined && !selected.has(id) && !known.has(id));
}

/** Whether the change gives someone a setting that it stops at: it may be mended on top of this one. */
function selectsNone(before: Judgement, after: Judgement): boolean {
  const stopped = new Set(before.decisions.filter(stops).map(decisionId));
  return after.decisions.filter(stops).some((each) => !stopped.has(decisionId(each)));
}

function stops({ route }: RoutingDecision): boolean {
  return route.kind === "invalid";
}

/**
 * Direct ways that policy commands and that nobody has measured: they are right whatever a measurement would show.
 * What is measured besides is never taken on policy's word.
 */
function commanded({ installation, targets, internal, observations }: Circumstances): readonly AttemptId[] {
  const unmeasured = observations.length === 0 ? [...targets, ...internal] : internal;
  return unmeasured
    .filter(({ policy }) => policy[installation.egress] === "must-direct")
    .map(({ id }) => attemptId(id, "direct"));
}

function selects({ target, route }: RoutingDecision): AttemptId | undefined {
  return route.kind === "invalid" ? undefined : attemptId(target, routeId(route));
}
