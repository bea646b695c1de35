import { CONCEALING } from "../diagnose/as-meant.ts";
import { MISREAD_VALUE } from "../diagnose/causes.ts";
import { allows, availability } from "../diagnose/compare.ts";
import { type Case, openCase } from "../diagnose/evidence.ts";
import type { Circumstances, Judgement, Reading } from "../diagnose/judge.ts";
import { isMute, isMuteItself } from "../diagnose/proxy-health.ts";
import { allowedStates, isJudged } from "../diagnose/traffic.ts";
import type { ComponentId } from "../model/component.ts";
import type { Finding, FindingCode } from "../model/finding.ts";
import type { Fix } from "../model/fix.ts";
import { failedPhase } from "../model/observation.ts";
import type { FailureCode } from "../model/phase.ts";
import { type RouteId, routeId } from "../model/route.ts";
import type { RouteFindingArgs } from "../model/route-finding-args.ts";
import type { Target } from "../model/target.ts";

/** Of the findings that rest on measurements, those that may be for others to mend: a proxy's, a firewall's, the name servers' people. */
const MAY_BE_OTHERS: Readonly<Record<keyof RouteFindingArgs, boolean>> = {
  "proxy-unreachable": true,
  "proxy-timing-out": true,
  "proxy-denies-target": true,
  "proxy-denies-port": true,
  "proxy-cannot-reach-target": true,
  "block-page": true,
  "target-timing-out": true,
  "target-unreachable": true,
  "port-closed": true,
  "console-unreachable": true,
  // A way serves, and a setting chooses it.
  "misrouted-to-proxy": false,
  "misrouted-direct": false,
  "avoidable-proxying": false,
  // A setting takes what is to be had: a login, an address, a right spelling.
  "proxy-auth-required": false,
  "proxy-credentials-rejected": false,
  "not-a-proxy": false,
  "proxy-url-malformed": false,
  // An answer came; it is this machine's clock, its authorities or its instance's own options that are to be seen to.
  "clock-skew": false,
  "tls-interception": false,
  "untrusted-certificate": false,
  "metadata-of-another-machine": false,
  "metadata-token-refused": false,
};

/** Whether what makes a way fail lies with others, whatever is set here; a doubt is none of it. */
const LIES_WITH_OTHERS: Readonly<Record<FailureCode, boolean>> = {
  "name-not-found": true,
  "name-has-no-address": true,
  "resolver-failed": true,
  "resolver-refused": true,
  "resolver-silent": true,
  refused: true,
  reset: true,
  closed: true,
  "host-unreachable": true,
  "network-unreachable": true,
  "timed-out": true,
  "not-tls": true,
  "tls-alert": true,
  "old-tls-only": true,
  "tls-failed": true,
  "proxy-denied": true,
  "proxy-cannot-reach": true,
  "proxy-refuses-tunnel": true,
  "proxy-redirects": true,
  "socks-refused": true,
  "not-http": true,
  "malformed-http": true,
  "headers-too-large": true,
  "cut-short": true,
  // This machine's own firewall, a login or a certificate of its own, an address that is set.
  "blocked-locally": false,
  "proxy-auth-required": false,
  "client-certificate-asked": false,
  "not-a-proxy": false,
  "pac-failed": false,
  cancelled: false,
  unknown: false,
};

/** How packets show that they do not arrive, while a service that is down refuses. */
const LOST: ReadonlySet<FailureCode> = new Set(["timed-out", "host-unreachable", "network-unreachable"]);

/**
 * What is for others to mend, as fixes without an edit: findings whose traffic got its answer on no way that policy
 * allows, each of them measured, and each failing for what lies with others, so that no choice of a way helps.
 *
 * @param made the fixes of settings: whatever one of them may mend is for nobody else
 */
export function networkAsks(
  circumstances: Circumstances,
  judgement: Judgement,
  reading: Reading,
  made: readonly Fix[],
): readonly Fix[] {
  const mended = claimedBy(made, ["verified", "unmeasured"]);
  const candidates = judgement.findings.filter(
    ({ id, code, severity, causedBy }) =>
      isOthers(code) && severity !== "info" && causedBy.length === 0 && !mended.has(id),
  );
  if (candidates.length === 0) return [];
  const the = openCase({ ...circumstances, ...reading, ...judgement });
  const isSpoilt = namesUnmeasuredProxy(judgement.findings, claimedBy(made, ["verified"]));
  const knowsProxies = the.proxies.length > 0 && !isSpoilt;
  return candidates.flatMap((finding): readonly Fix[] => {
    const targets = dependingOn(the, finding);
    const isProved = targets.every(
      (target) => isForOthers(the, target) && (knowsProxies || !allows(the.policyOf(target), "proxy")),
    );
    return targets.length > 0 && isProved ? [askFor(the, finding, targets)] : [];
  });
}

function isOthers(code: FindingCode): boolean {
  const table: { readonly [C in FindingCode]?: boolean } = MAY_BE_OTHERS;
  return table[code] === true;
}

function claimedBy(fixes: readonly Fix[], verdicts: readonly Fix["verdict"][]): ReadonlySet<string> {
  return new Set(
    fixes.filter(({ verdict }) => verdicts.includes(verdict)).flatMap(({ findings }) => findings),
  );
}

/** Whether a setting stands so wrong that the proxy which it is meant to name may be another one than was measured. */
function namesUnmeasuredProxy(findings: readonly Finding[], mended: ReadonlySet<string>): boolean {
  const spoilt: ReadonlySet<FindingCode> = new Set([...MISREAD_VALUE, ...CONCEALING]);
  return findings.some(({ id, code }) => spoilt.has(code) && !mended.has(id));
}

/** The targets of a finding's attempts that such a way was to serve, but for those that the direct way serves. */
function dependingOn(the: Case, { evidence }: Finding): readonly Target[] {
  const ids = new Set(evidence);
  const attempts = the.observations.filter(({ id }) => ids.has(id));
  return the.needed.filter((target) => {
    const states = allowedStates(the, target);
    const isMeant = attempts.some((each) => each.target === target.id && states.has(routeId(each.route)));
    return isMeant && isJudged(the, target) && states.get("direct") !== "works";
  });
}

function isForOthers(the: Case, target: Target): boolean {
  const states = allowedStates(the, target);
  const served = availability([...states.values()]);
  const isDown = served === "timing-out" || served === "unreachable";
  return isDown && [...states.keys()].every((route) => failsForOthers(the, target, route));
}

function failsForOthers(the: Case, target: Target, route: RouteId): boolean {
  const observation = the.observation(target.id, route);
  const failed = observation === undefined ? undefined : failedPhase(observation);
  // The installation's own service may be down, which is for whoever asks to see to.
  if (target.id.startsWith("services-machine/")) {
    return failed?.name === "tcp" && LOST.has(failed.failure.code);
  }
  if (observation === undefined || (isMute(observation) && isMuteItself(the))) return false;
  // Someone else answered.
  if (failed === undefined) return true;
  // A proxy's name may be misspelled, and so may the scheme in which it is spoken to.
  if (failed.name === "proxy-dns") return failed.failure.code.startsWith("resolver-");
  return failed.name !== "proxy-tls" && LIES_WITH_OTHERS[failed.failure.code];
}

function askFor(the: Case, finding: Finding, targets: readonly Target[]): Fix {
  const callers = new Set(targets.flatMap(({ id }) => the.decisionsOn(id)).map(({ component }) => component));
  const { args } = finding;
  const named: readonly ComponentId[] = "components" in args ? args.components : [...callers];
  return {
    id: `fix:${finding.id}:network-team`,
    findings: [finding.id],
    components: the.components.map(({ id }) => id).filter((id) => named.includes(id) && callers.has(id)),
    targets: targets.map(({ id }) => id),
    patch: [],
    diff: "",
    restart: [],
    verdict: "needs-network-team",
  };
}
