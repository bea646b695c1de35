import { wordsFor } from "../../messages/findings.ts";
import { byRoute, counted, listed } from "../../messages/phrases.ts";
import { EGRESS, ROLE_NAMES } from "../../messages/policies.ts";
import type { Finding } from "../../model/finding.ts";
import type { Fix } from "../../model/fix.ts";
import type { Report } from "../../model/report.ts";
import { askedOf, type CommandWords, commandsFor } from "./command.ts";
import { isFor, isForOthers, isWorthMaking } from "./fixes.ts";
import type { Told } from "./in-order.ts";
import { handingOn } from "./network-asks.ts";
import { proxiesOf } from "./proxy-names.ts";
import { misunderstood, proxySettings } from "./reading.ts";
import type { Tone } from "./tone.ts";

/** What is said of the whole. All are sentences or parts of one. */
export type Overview = {
  /** Whether all is well, and how it is to be taken. */
  readonly verdict: string;
  readonly tone: Tone;
  /** Of what that is said. */
  readonly subject: string;
  /** The addresses that others see this machine under. */
  readonly egress: readonly string[];
  /** Why the run is incomplete, where it is. */
  readonly incomplete: readonly string[];
  /** What is wrong first. */
  readonly first?: string;
  /** What to do next. */
  readonly next?: string;
  /** What to type for it. */
  readonly commands: readonly CommandWords[];
};

/**
 * The answers to three questions: is it fine, what is wrong first, what is to be done. `asked` are the options that say
 * what is judged; without them, what the report knows of them.
 */
export function overviewOf(
  report: Report,
  told: readonly Told[],
  asked: CommandWords = askedOf(report),
): Overview {
  const [first] = told;
  return {
    verdict: verdictOf(report),
    tone: toneOf(report),
    subject: subjectOf(report),
    egress: egressIn(report),
    incomplete: incompleteness(report),
    commands: first === undefined ? [] : commandsFor(report, first.finding, asked),
    ...(first === undefined
      ? hostsToName(report)
      : { first: wordsFor(first.finding).what, next: nextStep(report, first.finding) }),
  };
}

/** By route; an address that all routes share is said once. */
function egressIn({ egress }: Report): readonly string[] {
  const [first] = egress;
  if (first === undefined) return [];
  const isOne = egress.length > 1 && egress.every(({ address }) => address === first.address);
  const ways = isOne
    ? [`${first.address} on every way that was measured`]
    : egress.map(({ route, address }) => `${address} ${route === "direct" ? "directly" : byRoute(route)}`);
  return [`Leaves as ${ways.join(", ")}.`];
}

function verdictOf(report: Report): string {
  const { errors, warnings, infos } = report.summary;
  const verdict =
    errors + warnings === 0 ? [allIn(report)] : [counted(errors, "error"), counted(warnings, "warning")];
  const remarks = infos === 0 ? [] : [counted(infos, "remark")];
  return [...verdict, ...remarks, ...doubtsIn(report)].join(", ");
}

/** What is said of the whole where nothing is wrong: no more than was judged. */
function allIn(report: Report): string {
  const { summary, stopped, toolErrors, observations, judges } = report;
  if (judges === "settings") return settingsVerdict(report);
  if (doubtsIn(report).length > 0 || stopped !== undefined || toolErrors.length > 0) {
    return "Nothing wrong found so far";
  }
  if (observations.length === 0) return "Nothing was measured";
  return summary.right === 0
    ? "Nothing was judged: no component of this machine calls what was measured"
    : "All traffic goes the right way";
}

function settingsVerdict(report: Report): string {
  if (proxySettings(report).length === 0) return "No proxy setting found, so nothing was judged";
  return doubtsIn(report).length > 0 || report.toolErrors.length > 0
    ? "Nothing wrong found in what could be read"
    : "Nothing is wrong with the settings";
}

/** What keeps anyone from saying that all is well. */
function doubtsIn(report: Report): readonly string[] {
  const { summary, unreadable, judges } = report;
  const { unknown, unserved } = summary;
  const misread = new Set(misunderstood(report).map(({ path }) => path)).size;
  return [
    ...(unknown === 0 || judges === "settings" ? [] : [`${counted(unknown, "target")} unknown`]),
    ...(unserved === 0 ? [] : [`${counted(unserved, "port")} of this machine's own not answering`]),
    ...(unreadable.length === 0 ? [] : [`${counted(unreadable.length, "settings file")} not read`]),
    ...(misread === 0 ? [] : [`${counted(misread, "settings file")} not understood`]),
  ];
}

function subjectOf(report: Report): string {
  const { role, services, egress } = report.installation;
  const machine = role === "services" ? ROLE_NAMES.services : `${ROLE_NAMES[role]} of`;
  return [
    services === undefined ? ROLE_NAMES[role] : `${machine} ${services}`,
    EGRESS[egress],
    wordsForProxies(report),
    ...(report.shared ? ["other names in place of the true ones"] : []),
  ].join(", ");
}

/** The proxies of which the report speaks; settings may also name one that nothing goes through. */
function wordsForProxies(report: Report): string {
  const proxies = proxiesOf(report);
  if (proxies.length > 0) return `${proxies.length === 1 ? "proxy" : "proxies"} ${proxies.join(", ")}`;
  return proxySettings(report).length === 0 ? "no proxy set" : "no proxy in use";
}

function toneOf(report: Report): Tone {
  const { summary, stopped, toolErrors } = report;
  if (summary.errors > 0) return "bad";
  const doubtful =
    summary.warnings + doubtsIn(report).length + toolErrors.length > 0 || stopped !== undefined;
  const nothingJudged =
    report.judges === "settings" ? proxySettings(report).length === 0 : summary.right === 0;
  return doubtful || nothingJudged ? "warn" : "good";
}

function incompleteness({ stopped, toolErrors }: Report): readonly string[] {
  const why = { deadline: "its time ran out (--deadline)", interrupt: "it was interrupted" } as const;
  return [
    ...(stopped === undefined
      ? []
      : [`The run is incomplete: ${why[stopped]}. What was not measured is unknown.`]),
    ...toolErrors.map((error) => `A fault of proxy-doctor's own, not of the network: ${error}`),
  ];
}

/** Where no host is named that this machine calls, that comes first. */
function hostsToName({ installation, judges, summary, stopped }: Report): Pick<Overview, "next"> {
  const isIdle = judges === "traffic" && summary.right === 0 && stopped === undefined;
  return isIdle && installation.services === undefined && installation.ghe === undefined
    ? { next: "name the hosts that this machine calls: proxy-doctor check --services HOST --ghe HOST" }
    : {};
}

function nextStep(report: Report, finding: Finding): string {
  const fix = report.fixes.find((each) => isWorthMaking(each) && each.findings.includes(finding.id));
  const isAsked = report.fixes.some((each) => isForOthers(each) && isFor(each, finding));
  const step = fix === undefined ? `see to ${finding.code}` : makeChange(fix);
  const steps = [...(isAsked ? [] : [step]), ...handingOn(report)];
  return `${steps.join(", and ")}; then run proxy-doctor ${report.judges === "settings" ? "lint" : "check"} again.`;
}

function makeChange({ verdict, patch, restart }: Fix): string {
  const named = patch.map(({ file }) => (file === "environment" ? "this shell's environment" : file));
  const files = [...new Set(named)];
  const change = `make the ${verdict === "verified" ? "verified " : ""}change in ${listed(files)}`;
  return restart.length === 0
    ? change
    : `${change}, restart what reads ${files.length === 1 ? "it" : "them"}`;
}
