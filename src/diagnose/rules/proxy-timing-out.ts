import { concernFor, proxyOutages } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** Connecting to the proxy times out, or the proxy connects and never answers anything. */
export const proxyTimingOut: Rule<"proxy-timing-out"> = (the) =>
  proxyOutages(the)
    .filter(({ failure }) => failure === "timed-out")
    .map(({ proxy, where, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      return { ...common, args: { proxy, where, ...users }, evidence };
    });
