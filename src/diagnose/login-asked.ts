import { groupBy } from "../model/group-by.ts";
import { failedPhase, type Observation } from "../model/observation.ts";
import { type ProxyId, parseProxyId } from "../model/route.ts";
import { attemptsThrough } from "./attempts-through.ts";
import type { Case } from "./evidence.ts";

/** A proxy that asked for a login. */
type Asked = {
  readonly proxy: ProxyId;
  /** The schemes that it offers, each as it first spelled it. */
  readonly schemes: readonly string[];
  /** A login was sent, in the one scheme that we speak, which is Basic. */
  readonly isSent: boolean;
  readonly evidence: readonly string[];
};

/** Every proxy that asked for a login, or for another one. */
export function loginsAsked(the: Case): readonly Asked[] {
  return the.proxies.flatMap((proxy) => {
    const asked = attemptsThrough(the, proxy).filter(
      (each) => failedPhase(each)?.failure.code === "proxy-auth-required",
    );
    if (asked.length === 0) return [];
    return [
      {
        proxy,
        schemes: distinct(asked.flatMap(offersOf)),
        isSent: parseProxyId(proxy).username !== undefined,
        evidence: asked.map(({ id }) => id),
      },
    ];
  });
}

/** Whether a login was sent in a way that the proxy takes, so that it is the login which is wrong. */
export function isRejected({ isSent, schemes }: Asked): boolean {
  return isSent && (schemes.length === 0 || schemes.some((scheme) => scheme.toLowerCase() === "basic"));
}

function offersOf(observation: Observation): readonly string[] {
  if (observation.outcome === "broken") return [];
  const failed = observation.phases.find(({ status }) => status === "failed");
  return failed?.status === "failed" && failed.facts !== undefined && "offers" in failed.facts
    ? (failed.facts.offers ?? [])
    : [];
}

/** One proxy may spell a scheme in several ways; the first one stands. */
function distinct(schemes: readonly string[]): readonly string[] {
  return [...groupBy(schemes, (scheme) => scheme.toLowerCase()).values()].flatMap(([first]) => first ?? []);
}
