import { easiestLogin } from "../../decide/logins.ts";
import type { ComponentId } from "../../model/component.ts";
import type { FindingArgs } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import { failedPhase, type Observation } from "../../model/observation.ts";
import { parseProxyId } from "../../model/route.ts";
import type { Case } from "../evidence.ts";
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
    const schemes = distinct(asked.flatMap(offersOf));
    return [
      {
        ...common,
        args: {
          proxy,
          schemes,
          credentials: parseProxyId(proxy).username === undefined ? "none-sent" : "sent",
          ...users,
          logins: loginsOf(the, users.components, schemes),
        },
        evidence: asked.map(({ id }) => id),
      },
    ];
  });

function offersOf(observation: Observation): readonly string[] {
  if (observation.outcome === "broken") return [];
  const failed = observation.phases.find(({ status }) => status === "failed");
  return failed?.status === "failed" && failed.facts !== undefined && "offers" in failed.facts
    ? (failed.facts.offers ?? [])
    : [];
}

/** One proxy may spell a scheme in several ways; the first one stands. */
function distinct(schemes: readonly string[]): readonly string[] {
  return [...groupBy(schemes, (scheme) => scheme.toLowerCase()).values()].flatMap(([first]) => first ?? []);
}

/** Components by the login that takes them the least; none where nobody knows what is offered. */
function loginsOf(
  the: Case,
  users: readonly ComponentId[],
  schemes: readonly string[],
): FindingArgs["proxy-auth-required"]["logins"] {
  if (schemes.length === 0) return [];
  const rows = the.components
    .filter(({ id }) => users.includes(id))
    .map((component) => ({ id: component.id, login: easiestLogin(component, schemes) }));
  return [...groupBy(rows, ({ login }) => JSON.stringify(login ?? {})).values()].map((same) => ({
    ...same[0]?.login,
    components: same.map(({ id }) => id),
  }));
}
