import { failingProxies, isOnTheWay, sourcesOf } from "../proxy-health.ts";
import type { Rule } from "../rule.ts";

/** No connection to the proxy can be made, and the reason is not time. */
export const proxyUnreachable: Rule<"proxy-unreachable"> = (the) =>
  failingProxies(the, isOnTheWay)
    .filter(({ failure }) => failure.code !== "timed-out")
    .map(({ proxy, failure, evidence }) => ({
      about: proxy,
      severity: "error",
      subject: { setting: sourcesOf(the, proxy)[0] ?? proxy },
      args: { proxy, failure: failure.code, sources: sourcesOf(the, proxy) },
      evidence,
    }));
