import { failingProxies, hostsAsked, isOnTheWay, sourcesOf } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** Requests for one or two hosts that time out are those hosts' trouble; for this many, the proxy's. */
const HOSTS_THAT_TELL = 3;

/** Connecting to the proxy times out, or the proxy connects and never answers anything. */
export const proxyTimingOut: Rule<"proxy-timing-out"> = (the) =>
  failingProxies(the, ({ failure }) => failure.code === "timed-out").flatMap(({ proxy, evidence }) => {
    const connecting = failingProxies(the, isOnTheWay).some((each) => each.proxy === proxy);
    if (!connecting && hostsAsked(the, proxy) < HOSTS_THAT_TELL) return [];
    const sources = sourcesOf(the, proxy);
    return [
      {
        about: proxy,
        severity: "error",
        subject: { setting: sources[0] ?? proxy },
        args: { proxy, where: connecting ? "connecting" : "answering", sources },
        evidence,
      },
    ];
  });
