import { concernFor, proxyOutages } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** No connection to the proxy can be made, or it cuts every one before it answers: the reason is not time alone. */
export const proxyUnreachable: Rule<"proxy-unreachable"> = (the) =>
  proxyOutages(the)
    .filter(({ failure }) => failure !== "timed-out")
    .map(({ proxy, where, failure, alert, said, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      return {
        ...common,
        args: {
          proxy,
          failure,
          ...(alert === undefined ? {} : { alert }),
          ...(said === undefined ? {} : { said }),
          ...(where === "answering" && { where }),
          ...users,
        },
        evidence,
      };
    });
