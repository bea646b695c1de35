import { endpointOf } from "../../model/target.ts";
import { portsClosedBy } from "../closed-ports.ts";
import { refusedBy } from "../refused-by-proxy.ts";
import type { Rule } from "../rule.ts";
import { matters } from "../traffic.ts";

/** The proxy forbids a target that is meant to be reached through it, and not for its port alone. */
export const proxyDeniesTarget: Rule<"proxy-denies-target"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const closed = portsClosedBy(the, proxy);
    const denied = refusedBy(
      the,
      proxy,
      (target, { code }) =>
        code === "proxy-denied" && !closed.has(endpointOf(target.url).port) && matters(the, target, proxy),
    );
    if (denied === undefined) return [];
    const { targets, answer, evidence } = denied;
    return [
      {
        about: proxy,
        severity: "error",
        subject: { target: targets[0] },
        args: { proxy, targets, ...answer },
        evidence,
      },
    ];
  });
