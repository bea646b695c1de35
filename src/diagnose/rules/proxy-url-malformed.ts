import { groupBy } from "../../model/group-by.ts";
import { decisionId } from "../evidence.ts";
import type { Rule } from "../rule.ts";

/** A component cannot use the proxy setting it reads: whatever it asks for, it asks in vain. */
export const proxyUrlMalformed: Rule<"proxy-url-malformed"> = (the) => {
  const broken = the.decisions.flatMap((decision) => {
    const { route, because } = decision;
    if (route.kind !== "invalid") return [];
    const setting = because.find(({ effect }) => effect === "breaks");
    return [{ decision, why: route.why, setting: setting?.setting ?? "", source: setting?.source ?? "" }];
  });
  return [...groupBy(broken, ({ setting, source }) => `${setting} ${source}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { setting, source, why } = first;
    return [
      {
        about: `${setting} (${source})`,
        severity: "error" as const,
        subject: { setting: `${setting} (${source})` },
        args: {
          setting,
          source,
          why,
          components: [...new Set(same.map(({ decision }) => decision.component))],
        },
        evidence: same.map(({ decision }) => decisionId(decision)),
      },
    ];
  });
};
