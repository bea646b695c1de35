import { refusedBy } from "../refused-by-proxy.ts";
import type { Rule } from "../rule.ts";
import { matters } from "../traffic.ts";

/** The proxy answers that it cannot reach a target which is meant to be reached through it. */
export const proxyCannotReachTarget: Rule<"proxy-cannot-reach-target"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const missed = refusedBy(
      the,
      proxy,
      (target, { code }) => code === "proxy-cannot-reach" && matters(the, target, proxy),
    );
    if (missed === undefined) return [];
    const { targets, answer, errno, evidence } = missed;
    return [
      {
        about: proxy,
        severity: "error",
        subject: { target: targets[0] },
        args: { proxy, targets, ...answer, ...(errno === undefined ? {} : { errno }) },
        evidence,
      },
    ];
  });
