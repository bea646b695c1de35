import { groupBy } from "../../model/group-by.ts";
import type { PhaseFacts } from "../../model/phase.ts";
import type { Target } from "../../model/target.ts";
import type { Refusal, TrustVerdict } from "../../model/trust.ts";
import { stateOf } from "../compare.ts";
import type { Case } from "../evidence.ts";
import { type Presented, presentedIn, receptionOf } from "../presented.ts";
import type { Rule } from "../rule.ts";
import { hostsOf, matters } from "../traffic.ts";

/** What Node's authorities, which are the public ones, say of a chain that leads to none of them. */
const PRIVATE: ReadonlySet<TrustVerdict | Refusal> = new Set([
  "self-signed",
  "unknown-root",
  "unknown-issuer",
  "not-an-authority",
]);

/**
 * Someone on the way opens TLS and signs certificates of its own in the place of the hosts' (domain-facts 2.8): a public
 * service presents one of no public authority, or a private one's differs from the one it presents directly, issuer and
 * all. Two of public authorities may differ as they like: services of many machines have many certificates.
 */
export const tlsInterception: Rule<"tls-interception"> = (the) => {
  const presented = presentedIn(the);
  const intercepted = presented.flatMap((shown) => {
    const others = presented.filter(({ target, route }) => target === shown.target && route !== shown.route);
    const instead = others.filter((other) => differs(shown, other)).map(issuerOf);
    return isIntercepted(shown, others) && concerns(the, shown) ? [{ ...shown, instead }] : [];
  });
  const alike = groupBy(intercepted, (shown) => JSON.stringify([shown.route, issuerOf(shown)]));
  return [...alike.values()].flatMap((shown) => {
    const [first] = shown;
    if (first === undefined || shown.every(isPageOfItsOwn)) return [];
    const reception = receptionOf(the, shown);
    const isFatal = reception.refusing.some(({ why }) => PRIVATE.has(why) || why === "no-authorities");
    return [
      {
        about: `${first.target.id}@${first.route}`,
        severity: isFatal ? ("error" as const) : ("warning" as const),
        subject: { target: first.target.id },
        args: {
          route: first.route,
          issuer: issuerOf(first),
          hosts: hostsOf(shown.map(({ target }) => target)),
          targets: shown.map(({ target }) => target.id),
          instead: [...new Set(shown.flatMap(({ instead }) => instead))],
          ...reception,
        },
        evidence: shown.map(({ observation }) => observation.id),
      },
    ];
  });
};

/** Who answers in a host's place, and lets nothing through, opens no one's TLS but its own: `block-page` tells of it. */
function isPageOfItsOwn({ observation }: Presented): boolean {
  return stateOf(observation) === "foreign";
}

/** A certificate for another name is nobody's who signs what is asked for, but a page's of its own. */
function isIntercepted(shown: Presented, others: readonly Presented[]): boolean {
  if (!isPrivate(shown.facts) || shown.facts.wrongName) return false;
  if (isPublicService(shown.target)) {
    return !others.some((other) => !isPrivate(other.facts) && issuerOf(other) === issuerOf(shown));
  }
  const direct = others.find(({ route }) => route === "direct");
  return direct !== undefined && differs(shown, direct);
}

/** An authority that is named to us on the command line counts as a public one: whoever names it vouches for it. */
function isPrivate({ trust, untrusted }: PhaseFacts["tls"]): boolean {
  return untrusted !== undefined && PRIVATE.has(trust["node"] ?? untrusted);
}

/** GitHub Enterprise and the Services machine are this network's own, and may have private authorities. */
function isPublicService({ id }: Target): boolean {
  return !/^(?:github-enterprise|services-machine)\//.test(id);
}

function differs(one: Presented, other: Presented): boolean {
  return one.facts.chain[0]?.sha256 !== other.facts.chain[0]?.sha256 && issuerOf(one) !== issuerOf(other);
}

function issuerOf({ facts }: Presented): string {
  return facts.chain[0]?.issuer ?? "";
}

/** Somebody goes that way, or might have to. */
function concerns(the: Case, { target, route, takers }: Presented): boolean {
  return takers.length > 0 || matters(the, target, route);
}
