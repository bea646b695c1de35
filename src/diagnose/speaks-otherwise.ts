import { failedPhase, type Observation } from "../model/observation.ts";
import type { ProxyId } from "../model/route.ts";
import { attemptsThrough } from "./attempts-through.ts";
import type { Evidence } from "./evidence.ts";

/** Whether what listens at a proxy's address answers, and never as a proxy: a web server, an SSH server, another service. */
export function speaksOtherwise(the: Pick<Evidence, "observations">, proxy: ProxyId): boolean {
  const attempts = attemptsThrough(the, proxy);
  return attempts.some(isOtherwise) && !attempts.some(isServedOrRefused);
}

/** To a web server CONNECT is a method like any that it does not know. */
const OTHERWISE: ReadonlySet<string> = new Set(["not-a-proxy", "proxy-refuses-tunnel"]);

function isOtherwise(observation: Observation): boolean {
  return OTHERWISE.has(failedPhase(observation)?.failure.code ?? "");
}

/** A refusal is a proxy's word as much as a service. */
function isServedOrRefused(observation: Observation): boolean {
  if (observation.outcome === "broken" || isOtherwise(observation)) return false;
  return observation.answeredBy === "target" || observation.answeredBy === "proxy";
}
