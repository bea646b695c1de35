import { groupBy } from "../../model/group-by.ts";
import { presentedIn, receptionOf } from "../presented.ts";
import type { Rule } from "../rule.ts";
import { hostsOf } from "../traffic.ts";

/** A component is shown a certificate that it refuses, on the way that it goes. */
export const untrustedCertificate: Rule<"untrusted-certificate"> = (the) => {
  const taken = presentedIn(the).filter(({ takers }) => takers.length > 0);
  return [...groupBy(taken, ({ facts }) => facts.chain[0]?.sha256 ?? "").values()].flatMap((shown) => {
    const reception = receptionOf(the, shown);
    const [first] = shown;
    const leaf = first?.facts.chain[0];
    if (first === undefined || leaf === undefined || reception.refusing.length === 0) return [];
    return [
      {
        about: `${first.target.id}@${first.route}`,
        severity: "warning" as const,
        subject: { target: first.target.id },
        args: {
          hosts: hostsOf(shown.map(({ target }) => target)),
          targets: [...new Set(shown.map(({ target }) => target.id))],
          routes: [...new Set(shown.map(({ route }) => route))],
          leaf,
          sent: first.facts.chain.length,
          ...reception,
        },
        evidence: shown.map(({ observation }) => observation.id),
      },
    ];
  });
};
