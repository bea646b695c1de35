import { concernFor, proxyOutages } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** No connection to the proxy can be made, and the reason is not time alone. */
export const proxyUnreachable: Rule<"proxy-unreachable"> = (the) =>
  proxyOutages(the)
    .filter(({ where, failure }) => where === "connecting" && failure !== "timed-out")
    .map(({ proxy, failure, evidence }) => {
      const { sources, components, severity } = concernFor(the, proxy);
      return {
        about: proxy,
        severity,
        subject: { setting: sources[0] ?? proxy },
        args: { proxy, failure, sources, components },
        evidence,
      };
    });
