import { type Component, needsTarget } from "../model/component.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { groupBy } from "../model/group-by.ts";
import type { Installation } from "../model/installation.ts";
import { type AttemptId, attemptId, type Observation } from "../model/observation.ts";
import type { ProxyId, RouteId } from "../model/route.ts";
import type { SeenProcess } from "../model/seen-process.ts";
import type { FileFault, Setting } from "../model/setting.ts";
import { type SettingId, settingIds } from "../model/setting-id.ts";
import { isDialledRaw, type Policy, type Target, type TargetId } from "../model/target.ts";
import type { TrustDecision } from "../model/trust.ts";

/** All that a rule may judge by: the three kinds of evidence, and whose they are. */
export type Evidence = {
  readonly installation: Installation;
  readonly components: readonly Component[];
  readonly targets: readonly Target[];
  readonly settings: readonly Setting[];
  readonly fileFaults: readonly FileFault[];
  /** Programs that run, whether they were given a proxy or not. */
  readonly processes: readonly SeenProcess[];
  readonly decisions: readonly RoutingDecision[];
  /** The authorities that components go by. */
  readonly trust: readonly TrustDecision[];
  readonly observations: readonly Observation[];
  /** Hosts that have to be called direct, and that nobody measures: loopback, Docker's bridge, other Nomad clients. */
  readonly internal: readonly Target[];
  /** Nothing is asked but what the targets say. */
  readonly narrowed?: true;
};

/** What may be asked of the evidence, each answer looked up once; of `internal`, the hosts that are asked about. */
export type Case = Evidence & {
  readonly observation: (target: TargetId, route: RouteId) => Observation | undefined;
  readonly decisionsOn: (target: TargetId) => readonly RoutingDecision[];
  readonly policyOf: (target: Target) => Policy;
  /** Targets that some component calls; nobody is missed at the others. */
  readonly needed: readonly Target[];
  readonly settingId: (setting: Setting) => SettingId;
  /** Every proxy that was measured, in plan order. */
  readonly proxies: readonly ProxyId[];
};

/** Opens a case: indexes the evidence for the rules. */
export function openCase(evidence: Evidence): Case {
  const { installation, components, targets, decisions, observations } = evidence;
  const byId = new Map<AttemptId, Observation>(observations.map((each) => [each.id, each]));
  const byTarget = groupBy(decisions, ({ target }) => target);
  const ids = settingIds(evidence.settings);
  return {
    ...evidence,
    internal: evidence.narrowed ? [] : evidence.internal,
    observation: (target, route) => byId.get(attemptId(target, route)),
    decisionsOn: (target) => byTarget.get(target) ?? [],
    policyOf: (target) => policyAsCalled(target, installation.egress),
    settingId: (setting) => ids.get(setting) ?? setting.name,
    needed: targets.filter(({ id }) => components.some((component) => needsTarget(component, id))),
    proxies: proxiesMeasured(evidence),
  };
}

/** What is dialled by programs that know no proxy has but one way, where its policy leaves the choice. */
function policyAsCalled({ url, policy }: Target, egress: Installation["egress"]): Policy {
  const wanted = policy[egress];
  return isDialledRaw(url) && wanted !== "must-proxy" ? "must-direct" : wanted;
}

/** Every proxy that was measured, in plan order. */
export function proxiesMeasured({ observations }: Pick<Evidence, "observations">): readonly ProxyId[] {
  return [...new Set(observations.flatMap(({ route }) => (route.kind === "proxy" ? [route.proxy] : [])))];
}
