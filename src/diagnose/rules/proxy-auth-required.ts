import { failedPhase, type Observation } from "../../model/observation.ts";
import { parseProxyId } from "../../model/route.ts";
import { attemptsThrough, concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** The proxy answers 407: it wants credentials, or other ones. */
export const proxyAuthRequired: Rule<"proxy-auth-required"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const asked = attemptsThrough(the, proxy).filter(
      (each) => failedPhase(each)?.failure.code === "proxy-auth-required",
    );
    if (asked.length === 0) return [];
    const { users, ...common } = concernFor(the, proxy);
    return [
      {
        ...common,
        args: {
          proxy,
          schemes: [...new Set(asked.flatMap(schemesOffered))],
          credentials: parseProxyId(proxy).username === undefined ? "none-sent" : "sent",
          ...users,
        },
        evidence: asked.map(({ id }) => id),
      },
    ];
  });

/** Scheme names of Proxy-Authenticate (RFC 9110, 11.7.1): tokens that no `=` follows. */
function schemesOffered(observation: Observation): readonly string[] {
  if (observation.outcome === "broken") return [];
  const failed = observation.phases.find(({ status }) => status === "failed");
  if (failed?.status !== "failed" || failed.facts === undefined || !("headers" in failed.facts)) return [];
  const header = failed.facts.headers?.["proxy-authenticate"] ?? "";
  return [...header.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s+\w|\s*,|\s*$)/g)].map(([, name = ""]) => name);
}
