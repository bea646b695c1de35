import { failedPhase, type Observation, proxyOf } from "../model/observation.ts";
import type { FailureCode } from "../model/phase.ts";
import type { ProxyId } from "../model/route.ts";
import { endpointOf } from "../model/target.ts";
import type { Case } from "./evidence.ts";

/** How proxies say that they open no tunnel: by their rules, or as if they knew no such request. */
const NO_TUNNEL: ReadonlySet<FailureCode> = new Set(["proxy-denied", "proxy-refuses-tunnel"]);

/** The port of URLs that every proxy opens tunnels to. */
const USUAL_PORT = 443;

/**
 * Ports to which a proxy opens no tunnel, whatever the host, while it opens some to others: a rule about ports,
 * as the usual ones of squid and tinyproxy are (domain-facts 5, row 40).
 */
export function portsClosedBy(the: Case, proxy: ProxyId): ReadonlySet<number> {
  const opened = new Set<number>();
  const refused = new Set<number>();
  for (const observation of the.observations) {
    const port = proxyOf(observation) === proxy ? portOf(the, observation) : undefined;
    if (port === undefined) continue;
    if (hasTunnel(observation)) opened.add(port);
    else if (isRefused(observation)) refused.add(port);
  }
  const closed = [...refused].filter((port) => !opened.has(port) && port !== USUAL_PORT);
  return new Set(opened.size > 0 ? closed : []);
}

/** Whether an observation is of a tunnel that a proxy does not open. */
function isRefused(observation: Observation): boolean {
  const failed = failedPhase(observation);
  return failed?.name === "tunnel" && NO_TUNNEL.has(failed.failure.code);
}

function hasTunnel(observation: Observation): boolean {
  if (observation.outcome === "broken") return false;
  return observation.phases.some(({ name, status }) => name === "tunnel" && status === "ok");
}

function portOf({ targets }: Case, { target }: Observation): number | undefined {
  const url = targets.find(({ id }) => id === target)?.url;
  return url === undefined ? undefined : endpointOf(url).port;
}
