import { groupBy } from "../model/group-by.ts";
import type { AttemptId, Observation } from "../model/observation.ts";
import type { Phase } from "../model/phase.ts";
import type { MachineClock } from "../model/report.ts";
import { parseProxyId, type RouteId, routeId } from "../model/route.ts";
import { endpointOf } from "../model/target.ts";
import type { Evidence } from "./evidence.ts";
import { sortOf } from "./outage.ts";

/** Clocks that are kept agree to within a second; an answer may be on its way for some seconds more. */
const AGREEMENT_MS = 30_000;
/** So many of those who tell the time must agree that it is this machine's clock which differs, and two at the least. */
const MOST_OF_THEM = 3 / 4;

/** What was measured, and on which machine. */
type Measured = Pick<Evidence, "installation" | "targets" | "observations">;

/** One answer that tells the time, and the host by whose clock. */
type Told = { readonly host: string; readonly aheadMs: number; readonly answer: AttemptId };

/**
 * How far this machine's clock is off, by the Date of answers from at least two hosts that agree: the median of what
 * each host tells. `undefined` where fewer tell the time, or they disagree among themselves. What a cache kept
 * tells an old time, and this machine's own services tell its own; neither counts.
 */
export function machineClock(measured: Measured): MachineClock | undefined {
  const told = measured.observations.flatMap((each) => timesTold(measured, each));
  const hosts = [...groupBy(told, ({ host }) => host).values()].map((answers) => ({
    answers,
    aheadMs: median(answers.map(({ aheadMs }) => aheadMs)),
  }));
  const middle = median(hosts.map(({ aheadMs }) => aheadMs));
  const agreeing = hosts.filter(({ aheadMs }) => Math.abs(aheadMs - middle) <= AGREEMENT_MS);
  if (agreeing.length < 2 || agreeing.length < hosts.length * MOST_OF_THEM) return undefined;
  const answers = agreeing.flatMap((each) => each.answers.map(({ answer }) => answer));
  return {
    aheadSeconds: 0 - Math.round(middle / 1000),
    hosts: agreeing.length,
    answers: [...new Set(answers)],
  };
}

function timesTold(measured: Measured, observation: Observation): readonly Told[] {
  if (observation.outcome === "broken") return [];
  return observation.phases.flatMap((phase): readonly Told[] => {
    const aheadMs = freshTimeIn(phase);
    const host = phase.name === "tunnel" ? proxyHost(observation) : answeringHost(measured, observation);
    if (aheadMs === undefined || host === undefined || isOwn(measured, host)) return [];
    return [{ host, aheadMs, answer: observation.id }];
  });
}

function freshTimeIn(phase: Phase): number | undefined {
  if (phase.status === "skipped" || (phase.name !== "tunnel" && phase.name !== "response")) return undefined;
  return phase.facts?.headers?.["age"] === undefined ? phase.facts?.clockAheadMs : undefined;
}

type Answered = Exclude<Observation, { readonly outcome: "broken" }>;

/** Who wrote an answer. Those on one route who are not known may all be one. */
function answeringHost(measured: Measured, observation: Answered): string | undefined {
  const { answeredBy, target: id, route } = observation;
  if (answeredBy === "proxy" && route.kind === "proxy") return proxyHost(observation);
  if (answeredBy !== "target") return `someone ${routeId(route)}`;
  const target = measured.targets.find((each) => each.id === id);
  if (target === undefined || sortOf(measured, target) === "own") return undefined;
  return endpointOf(target.url).host.toLowerCase();
}

/** The host of the proxy that an answer came through; where a script chose it, of that. */
function proxyHost({ route, script }: Answered): string {
  const way: RouteId = script?.chose ?? routeId(route);
  return way === "direct" ? `someone ${way}` : parseProxyId(way).host.toLowerCase();
}

function isOwn({ installation }: Measured, host: string): boolean {
  return /^(localhost|127\.[\d.]+|::1)$/.test(host) || installation.addresses.includes(host);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
