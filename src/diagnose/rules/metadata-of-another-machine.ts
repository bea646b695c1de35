import { decisionId } from "../../model/decision.ts";
import { attemptId, factsOf } from "../../model/observation.ts";
import type { InstanceIdentity } from "../../model/phase.ts";
import type { Target } from "../../model/target.ts";
import type { Case } from "../evidence.ts";
import type { Rule } from "../rule.ts";
import { isJudged } from "../traffic.ts";

/**
 * The metadata that comes through the proxy speaks of another instance, most likely the proxy itself. Where this
 * may be no instance at all, there is no identity to be mistaken about.
 */
export const metadataOfAnotherMachine: Rule<"metadata-of-another-machine"> = (the) =>
  the.needed
    .filter((target) => isJudged(the, target))
    .flatMap((target) =>
      the.proxies.flatMap((proxy) => {
        const theirs = identityOn(the, target, proxy);
        const misled = the
          .decisionsOn(target.id)
          .filter(({ route }) => route.kind === "proxy" && route.proxy === proxy);
        if (theirs === undefined || misled.length === 0) return [];
        const ours = identityOn(the, target, "direct");
        if (isThisMachine(the, theirs, ours)) return [];
        return [
          {
            about: attemptId(target.id, proxy),
            severity: "error" as const,
            subject: { target: target.id },
            args: {
              proxy,
              theirs: theirs.instanceId,
              ours: ours?.instanceId ?? the.installation.addresses.join(", "),
              components: misled.map(({ component }) => component),
            },
            evidence: [
              attemptId(target.id, proxy),
              attemptId(target.id, "direct"),
              ...misled.map(decisionId),
            ],
          },
        ];
      }),
    );

function identityOn(the: Case, target: Target, route: string): InstanceIdentity | undefined {
  const observation = the.observation(target.id, route);
  return observation === undefined ? undefined : factsOf(observation, "response")?.identity;
}

function isThisMachine(the: Case, theirs: InstanceIdentity, ours: InstanceIdentity | undefined): boolean {
  if (ours !== undefined) return ours.instanceId === theirs.instanceId;
  return the.installation.addresses.includes(theirs.privateIp);
}
