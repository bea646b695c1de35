import { attemptId, failedPhase } from "../../model/observation.ts";
import type { Rule } from "../rule.ts";
import { matters } from "../traffic.ts";

/** The proxy forbids a target that is meant to be reached through it. */
export const proxyDeniesTarget: Rule<"proxy-denies-target"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const denied = the.needed.flatMap((target) => {
      const observation = the.observation(target.id, proxy);
      const failure = observation === undefined ? undefined : failedPhase(observation)?.failure;
      return failure?.code === "proxy-denied" && matters(the, target, proxy)
        ? [{ target: target.id, status: failure.status }]
        : [];
    });
    const [first] = denied;
    if (first === undefined) return [];
    const targets = denied.map(({ target }) => target);
    return [
      {
        about: proxy,
        severity: "error",
        subject: { target: first.target },
        args: { proxy, targets, ...(first.status === undefined ? {} : { status: first.status }) },
        evidence: targets.map((target) => attemptId(target, proxy)),
      },
    ];
  });
