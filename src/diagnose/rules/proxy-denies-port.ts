import { decisionId } from "../../model/decision.ts";
import type { ProxyId } from "../../model/route.ts";
import { endpointOf, type TargetId } from "../../model/target.ts";
import { portsClosedBy } from "../closed-ports.ts";
import type { Case } from "../evidence.ts";
import { refusedBy } from "../refused-by-proxy.ts";
import type { Rule } from "../rule.ts";
import { goesBy, matters, wayOf } from "../traffic.ts";

/** The proxy opens tunnels, but none to the port of a target that is called through it or may have to be. */
export const proxyDeniesPort: Rule<"proxy-denies-port"> = (the) =>
  the.proxies.flatMap((proxy) => {
    const closed = portsClosedBy(the, proxy);
    const denied = refusedBy(
      the,
      proxy,
      (target) =>
        closed.has(endpointOf(target.url).port) &&
        (goesBy(the, target, proxy) || matters(the, target, proxy)),
    );
    if (denied === undefined) return [];
    const { targets, ports, answer, evidence } = denied;
    return [
      {
        about: proxy,
        severity: "error",
        subject: { target: targets[0] },
        args: { proxy, ports, targets, ...answer },
        evidence: [...evidence, ...callsThrough(the, proxy, targets)],
      },
    ];
  });

function callsThrough(the: Case, proxy: ProxyId, targets: readonly TargetId[]): readonly string[] {
  return targets
    .flatMap((target) => the.decisionsOn(target))
    .filter(({ route }) => wayOf(route) === proxy)
    .map(decisionId);
}
