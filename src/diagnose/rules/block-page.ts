import { groupBy } from "../../model/group-by.ts";
import { factsOf } from "../../model/observation.ts";
import { routeId } from "../../model/route.ts";
import { stateOf } from "../compare.ts";
import type { Rule } from "../rule.ts";
import { matters } from "../traffic.ts";

/** Someone else answers in a target's place: a filter's page, or a portal's. */
export const blockPage: Rule<"block-page"> = (the) => {
  const pages = the.observations.filter((observation) => {
    const target = the.targets.find(({ id }) => id === observation.target);
    return (
      target !== undefined &&
      stateOf(observation) === "foreign" &&
      matters(the, target, routeId(observation.route))
    );
  });
  return [...groupBy(pages, ({ route }) => routeId(route))].flatMap(([route, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const status = factsOf(first, "response")?.status;
    const issuer = factsOf(first, "tls")?.chain[0]?.issuer;
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
        },
        evidence: found.map(({ id }) => id),
      },
    ];
  });
};
