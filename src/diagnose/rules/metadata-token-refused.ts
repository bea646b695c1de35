import type { ComponentId } from "../../model/component.ts";
import { decisionId, type RoutingDecision } from "../../model/decision.ts";
import type { VainCalls } from "../../model/finding-parts.ts";
import { attemptId, factsOf } from "../../model/observation.ts";
import type { RouteId } from "../../model/route.ts";
import type { Target, TargetId } from "../../model/target.ts";
import type { Case } from "../evidence.ts";
import type { Draft, Rule } from "../rule.ts";
import { isJudged, vainCalls, wayOf } from "../traffic.ts";

/**
 * The metadata service gives no token, and so none of what IMDSv2 asks for one. It is to be asked direct by whoever
 * asks it; a proxy's way matters to those who take it. Where the service answers nothing at all, that is not said here.
 */
export const metadataTokenRefused: Rule<"metadata-token-refused"> = (the) =>
  the.needed
    .filter((target) => isJudged(the, target))
    .flatMap((target) => ["direct", ...the.proxies].flatMap((route) => onRoute(the, target, route)));

function onRoute(the: Case, target: Target, route: RouteId): readonly Draft<"metadata-token-refused">[] {
  const observation = the.observation(target.id, route);
  const facts = observation === undefined ? undefined : factsOf(observation, "response");
  const { token, tokenStatus, status } = facts ?? {};
  const decisions = the.decisionsOn(target.id);
  const going = decisions.filter((decision) => wayOf(decision.route) === route);
  const asking = route === "direct" ? decisions : going;
  if ((token !== "refused" && token !== "silent") || asking.length === 0) return [];
  const inVain = status === 200 ? undefined : callsWithCredentials(the, asking);
  return [
    {
      about: attemptId(target.id, route),
      severity: "warning",
      subject: { target: target.id },
      args: {
        route,
        token,
        ...(tokenStatus === undefined ? {} : { status: tokenStatus }),
        ...(status === undefined ? {} : { without: status }),
        components: asking.map(({ component }) => component),
        ...(inVain && { inVain }),
      },
      evidence: [attemptId(target.id, route), ...going.map(decisionId)],
    },
  ];
}

/** What of these calls AWS's interfaces with the credentials of this machine's role: awscli, which signs all it asks. */
function callsWithCredentials(the: Case, asking: readonly RoutingDecision[]): VainCalls | undefined {
  const isSigning = (id: ComponentId) =>
    asking.some(({ component }) => component === id) &&
    the.components.some((each) => each.id === id && each.client === "botocore");
  const calls = the.decisions.filter(({ component, target }) => isSigned(target) && isSigning(component));
  return vainCalls(the, calls);
}

function isSigned(target: TargetId): boolean {
  return /^(?:s3|ec2-api)\//.test(target);
}
