import { groupBy } from "../../model/group-by.ts";
import { factsOf, type Observation, productIn } from "../../model/observation.ts";
import { routeId } from "../../model/route.ts";
import type { Rule } from "../rule.ts";
import { matters } from "../traffic.ts";

/** Someone else answers in a target's place: a filter's page, or a portal's. */
export const blockPage: Rule<"block-page"> = (the) => {
  const pages = the.observations.filter((observation) => {
    const target = the.targets.find(({ id }) => id === observation.target);
    return (
      target !== undefined && isAnothers(observation) && matters(the, target, routeId(observation.route))
    );
  });
  return [...groupBy(pages, ({ route }) => routeId(route))].flatMap(([route, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const status = factsOf(first, "response")?.status;
    const issuer = factsOf(first, "tls")?.chain[0]?.issuer;
    const product = found.map(productIn).find((name) => name !== undefined);
    return [
      {
        about: route,
        severity: "error" as const,
        subject: { target: first.target },
        args: {
          route,
          targets: found.map(({ target }) => target),
          ...(status === undefined ? {} : { status }),
          ...(issuer === undefined ? {} : { issuer }),
          ...(product === undefined ? {} : { product }),
        },
        evidence: found.map(({ id }) => id),
      },
    ];
  });
};

/** A proxy's own answer within a tunnel, or on a way past every proxy, stands in the target's place as any page does. */
function isAnothers(observation: Observation): boolean {
  if (observation.outcome !== "ok") return false;
  return observation.answeredBy === "someone-else" || observation.answeredBy === "proxy";
}
