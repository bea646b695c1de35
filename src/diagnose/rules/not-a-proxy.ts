import { failedPhase, type Observation } from "../../model/observation.ts";
import { attemptsThrough, concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** What listens at the proxy's address answers, and never as a proxy: a web server, an SSH server, another service. */
export const notAProxy: Rule<"not-a-proxy"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const attempts = attemptsThrough(the, proxy);
    if (!attempts.some(speaksOtherwise) || attempts.some(isServedOrRefused)) return [];
    const { users, ...common } = concernFor(the, proxy);
    return [{ ...common, args: { proxy, ...users }, evidence: attempts.map(({ id }) => id) }];
  });

/** To a web server CONNECT is a method like any that it does not know. */
const OTHERWISE: ReadonlySet<string> = new Set(["not-a-proxy", "proxy-refuses-tunnel"]);

function speaksOtherwise(observation: Observation): boolean {
  return OTHERWISE.has(failedPhase(observation)?.failure.code ?? "");
}

/** A refusal is a proxy's word as much as a service. */
function isServedOrRefused(observation: Observation): boolean {
  if (observation.outcome === "broken" || speaksOtherwise(observation)) return false;
  return observation.answeredBy === "target" || observation.answeredBy === "proxy";
}
