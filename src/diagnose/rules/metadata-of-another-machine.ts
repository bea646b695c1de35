import { decisionId } from "../../model/decision.ts";
import { attemptId, factsOf, type Observation } from "../../model/observation.ts";
import type { InstanceIdentity } from "../../model/phase.ts";
import type { ProxyId, RouteId } from "../../model/route.ts";
import type { Target } from "../../model/target.ts";
import type { Case } from "../evidence.ts";
import type { Draft, Rule } from "../rule.ts";
import { isJudged, wayOf } from "../traffic.ts";

type Drafts = readonly Draft<"metadata-of-another-machine">[];

/**
 * The metadata speaks of another instance: through a proxy, most likely of the proxy itself; direct, of what lies
 * between, or of a container's host. Where this may be no instance at all, there is no identity to be mistaken about.
 */
export const metadataOfAnotherMachine: Rule<"metadata-of-another-machine"> = (the) =>
  the.needed
    .filter((target) => isJudged(the, target))
    .flatMap((target) => [
      ...the.proxies.flatMap((proxy) => throughProxy(the, target, proxy)),
      ...askedDirect(the, target),
    ]);

/** By the instance that answers direct or, where none does, by this machine's addresses. */
function throughProxy(the: Case, target: Target, proxy: ProxyId): Drafts {
  const theirs = identityOn(the.observation(target.id, proxy));
  const misled = decisionsBy(the, target, proxy);
  if (theirs === undefined || misled.length === 0) return [];
  const ours = identityOn(the.observation(target.id, "direct"));
  const isOurs = ours === undefined ? isOwn(the, theirs) : ours.instanceId === theirs.instanceId;
  if (isOurs) return [];
  return [
    {
      about: attemptId(target.id, proxy),
      severity: "error",
      subject: { target: target.id },
      args: {
        proxy,
        theirs: theirs.instanceId,
        ours: ours?.instanceId ?? the.installation.addresses.join(", "),
        components: misled.map(({ component }) => component),
      },
      evidence: [attemptId(target.id, proxy), attemptId(target.id, "direct"), ...misled.map(decisionId)],
    },
  ];
}

/**
 * By this machine's addresses, of which an instance's private one is the first. A container has others than its host,
 * which is then the instance that is spoken of: no error, unless the answer shows that a proxy passed it on.
 */
function askedDirect(the: Case, target: Target): Drafts {
  const observation = the.observation(target.id, "direct");
  const theirs = identityOn(observation);
  const isComparable = the.installation.addresses.some((address) => address.includes("."));
  if (observation === undefined || theirs === undefined || !isComparable || isOwn(the, theirs)) return [];
  const misled = decisionsBy(the, target, "direct");
  return [
    {
      about: attemptId(target.id, "direct"),
      severity: wasPassedOn(observation) ? "error" : "info",
      subject: { target: target.id },
      args: {
        theirs: `${theirs.instanceId} (${theirs.privateIp})`,
        ours: the.installation.addresses.join(", "),
        components: misled.map(({ component }) => component),
      },
      evidence: [attemptId(target.id, "direct"), ...misled.map(decisionId)],
    },
  ];
}

function identityOn(observation: Observation | undefined): InstanceIdentity | undefined {
  return observation === undefined ? undefined : factsOf(observation, "response")?.identity;
}

function decisionsBy(the: Case, target: Target, way: RouteId) {
  return the.decisionsOn(target.id).filter(({ route }) => wayOf(route) === way);
}

function isOwn({ installation }: Case, { privateIp }: InstanceIdentity): boolean {
  return installation.addresses.includes(privateIp);
}

/** The service itself writes none of these; a proxy that nobody named does (domain-facts 2.8). */
function wasPassedOn(observation: Observation): boolean {
  const headers = factsOf(observation, "response")?.headers ?? {};
  return ["via", "x-cache", "x-cache-lookup", "age"].some((name) => headers[name] !== undefined);
}
