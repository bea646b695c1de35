import { stateOf } from "../compare.ts";
import { concernFor, proxyOutages } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** Connecting to the proxy times out, or the proxy connects and never answers anything. */
export const proxyTimingOut: Rule<"proxy-timing-out"> = (the) =>
  proxyOutages(the)
    .filter(({ failure }) => failure === "timed-out")
    .map(({ proxy, where, evidence }) => {
      const { users, ...common } = concernFor(the, proxy);
      const { calls = [], ...named } = users;
      // Where its tunnels alone are mute, what needs none comes through.
      const lost = calls.filter((id) => stateOf(the.observation(id, proxy)) !== "works");
      return {
        ...common,
        args: { proxy, where, ...named, ...(lost.length > 0 && { calls: lost }) },
        evidence,
      };
    });
