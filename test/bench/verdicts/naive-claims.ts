import type { FindingCode } from "../../../src/model/finding.ts";
import type { Claim } from "./claim.ts";
import type { How, Tried } from "./naive-curl.ts";

/** Whether a URL was reached, by how its curl ended: people read it in one of two ways. */
export type Reading = (tried: Tried) => boolean;

/** Any answer will do. */
export const ANY_ANSWER: Reading = ({ exit }) => exit === 0;

/** A 2xx or 3xx will do. */
export const GOOD_ANSWER: Reading = ({ exit, status }) => exit === 0 && status >= 200 && status < 400;

/** Who reads what was tried. */
export type Naive = (tried: readonly Tried[], isReached: Reading) => Claim;

/** Says of a URL that something is wrong if curl does not reach it with the environment as it is. */
export const asItIs: Naive = (tried, isReached) =>
  claimOf(of("environment", tried).filter((each) => !isReached(each)));

/** Says so if curl reaches it neither past the proxy nor through it. */
export const withAndWithout: Naive = (tried, isReached) => {
  const isLost = ({ url }: Tried) =>
    tried.every((each) => each.url !== url || each.how === "environment" || !isReached(each));
  return claimOf([...of("direct", tried), ...of("proxy", tried)].filter(isLost));
};

/** Both: says so if the environment's way fails, and knows the cause if one of the others does not. */
export const compared: Naive = (tried, isReached) => {
  const lost = of("environment", tried).filter((each) => !isReached(each));
  const works = (how: How, { url }: Tried) =>
    of(how, tried).some((each) => each.url === url && isReached(each));
  const claim = claimOf(lost);
  const other = lost.flatMap((each) => {
    if (works("direct", each) === works("proxy", each)) return [];
    return [new Set<FindingCode>([works("direct", each) ? "misrouted-to-proxy" : "misrouted-direct"])];
  });
  return { ...claim, causes: other.length > 0 ? other : claim.causes };
};

function of(how: How, tried: readonly Tried[]): readonly Tried[] {
  return tried.filter((each) => each.how === how);
}

function claimOf(lost: readonly Tried[]): Claim {
  return {
    alarms: lost.length > 0,
    blames: new Set(lost.map(({ url }) => new URL(url).origin)),
    causes: lost.map((each) => new Set(mayMean(each))),
  };
}

/** What a failure of curl's may mean to a person who knows the codes; whatever is not told apart counts as told. */
export function mayMean({ how, exit, status, message }: Tried): readonly FindingCode[] {
  const ofProxy = /from proxy|CONNECT tunnel failed/.test(message)
    ? Number(/\b[45]\d\d\b/.exec(message)?.[0])
    : status;
  if (ofProxy === 407) return ["proxy-auth-required", "proxy-credentials-rejected"];
  if (ofProxy === 403)
    return ["proxy-denies-target", "proxy-denies-port", "block-page", "metadata-token-refused"];
  if (ofProxy >= 500) return ["proxy-cannot-reach-target"];
  if (ofProxy >= 400) return ["not-a-proxy", "metadata-token-refused"];
  return EXITS[exit] ?? (how === "direct" ? LOST : [...LOST, "not-a-proxy"]);
}

const LOST = [
  "target-unreachable",
  "target-timing-out",
  "port-closed",
  "console-unreachable",
] as const satisfies FindingCode[];
const CERTIFICATE = [
  "untrusted-certificate",
  "tls-interception",
  "block-page",
] as const satisfies FindingCode[];
/** By curl's own numbers (curl(1), EXIT CODES). */
const EXITS: Readonly<Record<number, readonly FindingCode[]>> = {
  5: ["proxy-unreachable", "proxy-url-malformed", "placeholder-left-in"],
  6: LOST,
  7: [...LOST, "proxy-unreachable"],
  28: [...LOST, "proxy-timing-out"],
  35: [...CERTIFICATE, "not-a-proxy"],
  60: CERTIFICATE,
};
