import type { ZooRun } from "./child.ts";
import { allows, type Case, type Shows } from "./fault.ts";
import type { Shown } from "./run.ts";

/** What an attempt may take beyond its limit, as a part of it, and for a machine that is busy. */
const OVERTIME = 0.05;
const BUSY_MS = 500;

/** What is wrong with what attempts showed, one line each. */
export function flawsIn(cases: readonly Case[], shown: readonly Shown[]): readonly string[] {
  const byId = new Map(shown.map((each) => [`${each.fault}|${each.route}`, each]));
  return cases.flatMap(({ fault, route, shows }) => {
    const seen = byId.get(`${fault.name}|${route}`);
    return seen === undefined ? [`${fault.name}, ${route}: not attempted`] : flawsOf(shows, seen);
  });
}

function flawsOf(shows: Shows, shown: Shown): readonly string[] {
  const { fault, route, gist, ms, limitMs, raw } = shown;
  const told = `${fault}, ${route}:`;
  const wanted = typeof shows === "string" ? shows : shows.either.join(" or ");
  return [
    ...(allows(shows, gist) ? [] : [`${told} shows ${gist}, not ${wanted}`]),
    ...(ms <= limitMs * (1 + OVERTIME) + BUSY_MS ? [] : [`${told} took ${ms} ms of ${limitMs}`]),
    ...(isRightlyTheProxys(shown) ? [] : [`${told} ${gist} by ${shown.answeredBy}`]),
    ...(raw ? [`${told} holds text that is not scrubbed`] : []),
  ];
}

/** A failure is in the proxy's own words where it refuses, or answers CONNECT at all, and nowhere else. */
function isRightlyTheProxys({ gist, status, answeredBy }: Shown): boolean {
  if (!gist.includes("/") || /^tunnel\/malformed-http/.test(gist)) return true;
  const isRefusal =
    /\/(proxy-|socks-refused)/.test(gist) || (status !== undefined && gist.startsWith("tunnel/"));
  return isRefusal === (answeredBy === "proxy");
}

/** A process whose work is done needs some time to end, and no more. */
const MOST_LINGERING_MS = 5000;

/** What is wrong with how the whole ended, one line each. */
export function flawsOfRun({ summary, exitCode, lingeredMs }: ZooRun): readonly string[] {
  if (summary === undefined) return [`the run ended with ${exitCode} before it was done`];
  return [
    ...(summary.left.length === 0 ? [] : [`left open: ${summary.left.join(", ")}`]),
    ...(exitCode === 0 ? [] : [`the run ended with ${exitCode}`]),
    ...(lingeredMs <= MOST_LINGERING_MS
      ? []
      : [`the process ended ${Math.round(lingeredMs)} ms after its last word`]),
  ];
}
