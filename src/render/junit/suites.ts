import { FINDING_GROUPS } from "../../messages/finding-groups.ts";
import type { FindingCode } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import { attemptId, type Observation, phasesOf } from "../../model/observation.ts";
import { msOf } from "../../model/phase.ts";
import type { Report } from "../../model/report.ts";
import { type ProxyId, routeId } from "../../model/route.ts";
import { isConfigured, type Target, type Unconfigured } from "../../model/target.ts";
import { pieceFor } from "../told/cells.ts";
import { proxiesOf } from "../told/proxy-names.ts";
import { proxySettings, wordsForUnread } from "../told/reading.ts";
import { GLUE } from "../told/tone.ts";
import { type Case, type Counting, caseOf, type Outcome } from "./case.ts";
import { type Placed, placedIn } from "./placed.ts";

/** Cases about one thing. Names do not change from run to run, so that a CI system can follow them. */
export type Suite = { readonly name: string; readonly cases: readonly Case[] };

const PASSED: Outcome = { kind: "passed" };

/** One suite a probe, one for the proxies, one for the settings, one for the run; and what fits none of them. */
export function suitesOf(report: Report, counting: Counting): readonly Suite[] {
  const placed = placedIn(report);
  const ofCode = (code: FindingCode, otherwise: Outcome) =>
    caseOf({ name: code, seconds: 0 }, placed.ofCode(code), counting, otherwise);
  const settings = settingsCodes(report).map((code) => ofCode(code, readings(report)));
  const suites = [
    ...(report.judges === "settings" ? [] : targetSuites(report, placed, counting)),
    { name: "proxies", cases: proxyCases(report, placed, counting) },
    { name: "settings", cases: [...settings, filesCase(report)] },
    { name: "machine", cases: placed.others.map((code) => ofCode(code, PASSED)) },
    { name: "run", cases: [runCase(report)] },
  ];
  return suites.filter(({ cases }) => cases.length > 0);
}

function targetSuites(report: Report, placed: Placed, counting: Counting): readonly Suite[] {
  return [...groupBy(report.targets, ({ id }) => id.split("/")[0] ?? id)].map(([name, targets]) => ({
    name,
    cases: targets.map((target) => targetCase(report, target, placed, counting)),
  }));
}

function targetCase(report: Report, target: Target | Unconfigured, placed: Placed, counting: Counting): Case {
  const { id } = target;
  const observed = report.observations.filter((each) => each.target === id);
  const judged = { name: `${id} is called the right way`, seconds: secondsOf(observed) };
  if (!isConfigured(target)) {
    const message = `not configured: ${target.unconfigured}`;
    return caseOf(judged, [], counting, { kind: "unknown", message });
  }
  return caseOf(judged, placed.onTarget(id), counting, wayOutcome(report, target));
}

/** Of a target of which no finding speaks: right is only what was seen to be so on every way that is taken. */
function wayOutcome(report: Report, { id }: Target): Outcome {
  const routes = report.decisions
    .filter(({ target }) => target === id)
    .map(({ route }) => (route.kind === "invalid" ? undefined : routeId(route)));
  if (routes.length === 0) return { kind: "unknown", message: "no component of this machine calls it" };
  const unusable = routes.includes(undefined) ? ["a component cannot use its settings"] : [];
  const taken = [...new Set(routes.flatMap((route) => route ?? []))];
  const seen = taken.map((route) => ({
    route,
    observation: report.observations.find((each) => each.id === attemptId(id, route)),
  }));
  const broken = seen.flatMap(({ observation }) =>
    observation?.outcome === "broken" ? [observation.error] : [],
  );
  if (broken.length > 0) return { kind: "fault", message: broken.join("; ") };
  const doubts = seen
    .filter(({ observation }) => !isTargets(observation))
    .map(({ route }) => `${route}: ${pieceFor(report, id, route).text.replaceAll(GLUE, " ")}`);
  const all = [...unusable, ...doubts];
  return all.length === 0 ? PASSED : { kind: "unknown", message: `nobody can say; ${all.join("; ")}` };
}

function isTargets(observation: Observation | undefined): boolean {
  return observation?.outcome === "ok" && observation.answeredBy === "target";
}

function proxyCases(report: Report, placed: Placed, counting: Counting): readonly Case[] {
  if (report.judges === "settings") return [];
  return proxiesOf(report).map((proxy) => {
    const observed = throughProxy(report, proxy);
    // Its time is that of the targets.
    const judged = { name: `${proxy} serves`, seconds: 0 };
    const message = "nothing that was asked for came through it";
    const otherwise: Outcome = observed.some(isTargets) ? PASSED : { kind: "unknown", message };
    return caseOf(judged, placed.onProxy(proxy), counting, otherwise);
  });
}

function throughProxy({ observations }: Report, proxy: ProxyId): readonly Observation[] {
  return observations.filter(({ route }) => routeId(route) === proxy);
}

/** Beside what was measured a bypass list is judged by itself for a few hosts only, which is nothing to pass. */
function settingsCodes({ judges, findings }: Report): readonly FindingCode[] {
  const codes: readonly FindingCode[] = FINDING_GROUPS.settings.codes;
  const found = findings.map(({ code }) => code);
  if (judges === "traffic") {
    return codes.filter((code) => code !== "bypass-missing" || found.includes(code));
  }
  const others = found.filter((code) => !codes.includes(code));
  return [...codes, ...new Set(others)];
}

function readings(report: Report): Outcome {
  return proxySettings(report).length > 0
    ? PASSED
    : { kind: "unknown", message: "no proxy setting was found, so nothing was judged" };
}

function filesCase(report: Report): Case {
  const unread = wordsForUnread(report);
  const outcome: Outcome = unread.length === 0 ? PASSED : { kind: "unknown", message: unread.join("; ") };
  return { name: "settings files are read", seconds: 0, outcome, remarks: "" };
}

function runCase({ stopped, toolErrors, durationMs }: Report): Case {
  const whys = [...(stopped === undefined ? [] : [`stopped by ${stopped}`]), ...toolErrors];
  const outcome: Outcome = whys.length === 0 ? PASSED : { kind: "fault", message: whys.join("; ") };
  return { name: "the run is complete", seconds: durationMs / 1000, outcome, remarks: "" };
}

function secondsOf(observations: readonly Observation[]): number {
  return observations.reduce((total, each) => total + msOf(phasesOf(each)), 0) / 1000;
}
