import { factsOf, failedPhase, type Observation } from "../model/observation.ts";
import { msOf } from "../model/phase.ts";
import { routeId } from "../model/route.ts";
import { endpointOf, type Target } from "../model/target.ts";
import type { PortSight, PortState, TunnelPort } from "../model/tunnel.ts";

/** What an attempt showed of a port. Where a script chose the way, the route is the one that it chose. */
export function sightOf(port: TunnelPort, { url }: Target, observation: Observation): PortSight {
  const { host, port: number } = endpointOf(url);
  if (observation.outcome === "broken") {
    const state: PortState = { kind: "unmeasured", why: observation.error };
    return { port, host, number, route: routeId(observation.route), state, ms: 0 };
  }
  const { script, phases, route } = observation;
  return {
    port,
    host,
    number,
    route: script?.chose ?? routeId(route),
    state: stateOf(observation),
    ms: Math.round(msOf(phases)),
  };
}

function stateOf(observation: Exclude<Observation, { outcome: "broken" }>): PortState {
  const failed = failedPhase(observation);
  if (failed !== undefined) {
    const { code, status } = failed.failure;
    if (code === "cancelled") return { kind: "unmeasured", why: "the run ended before there was an answer" };
    return { kind: "fails", code, phase: failed.name, ...(status === undefined ? {} : { status }) };
  }
  const said = saidBy(observation);
  const says = said === "" ? {} : { says: said };
  if (observation.answeredBy === "target") return { kind: "serves", ...says };
  // A console of another release may show none of the known pages; whatever speaks HTTPS there is taken for it.
  const isConsole = observation.answeredBy === "unknown" && factsOf(observation, "tls") !== undefined;
  return isConsole ? { kind: "serves", says: "HTTPS" } : { kind: "another-answers", ...says };
}

/** How an sshd names itself, or with what status a web server answers. */
function saidBy(observation: Observation): string {
  const { status, body = "" } = factsOf(observation, "response") ?? {};
  if (status === undefined) return body.split("\n", 1)[0]?.slice(0, LONGEST_NAME) ?? "";
  return `status ${status}`;
}

const LONGEST_NAME = 60;
