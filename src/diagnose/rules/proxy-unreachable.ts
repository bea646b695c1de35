import { concernFor, proxyOutages } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** No connection to the proxy can be made, and the reason is not time alone. */
export const proxyUnreachable: Rule<"proxy-unreachable"> = (the) =>
  proxyOutages(the)
    .filter(({ where, failure }) => where === "connecting" && failure !== "timed-out")
    .map(({ proxy, failure, alert, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      return {
        ...common,
        args: { proxy, failure, ...(alert === undefined ? {} : { alert }), ...users },
        evidence,
      };
    });
