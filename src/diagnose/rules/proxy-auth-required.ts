import { easiestLogin } from "../../decide/logins.ts";
import type { ComponentId } from "../../model/component.ts";
import type { FindingArgs } from "../../model/finding.ts";
import { groupBy } from "../../model/group-by.ts";
import type { Case } from "../evidence.ts";
import { isRejected, loginsAsked } from "../login-asked.ts";
import { concernFor } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** The proxy wants a login, and is given none, or none in a way that it takes. */
export const proxyAuthRequired: Rule<"proxy-auth-required"> = (the) =>
  loginsAsked(the)
    .filter((asked) => !isRejected(asked))
    .map(({ proxy, schemes, isSent, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      return {
        ...common,
        args: {
          proxy,
          schemes,
          credentials: isSent ? "sent" : "none-sent",
          ...users,
          logins: loginsOf(the, users.components, schemes),
        },
        evidence,
      };
    });

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
