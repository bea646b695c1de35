import { decidingAmong } from "../decide/deciding-settings.ts";
import { proxyIn } from "../decide/proxies.ts";
import type { Because } from "../model/client.ts";
import type { RoutingDecision } from "../model/decision.ts";
import type { FindingArgs, Severity } from "../model/finding.ts";
import type { ProxyUse } from "../model/finding-parts.ts";
import { failedPhase, type Observation, proxyOf } from "../model/observation.ts";
import { FAILURE_CODES, type Failure, type FailureCode, type Phase, type PhaseName } from "../model/phase.ts";
import { type ProxyId, proxyId, scriptIn } from "../model/route.ts";
import { describeSetting, type Setting } from "../model/setting.ts";
import { attemptsThrough } from "./attempts-through.ts";
import type { Case } from "./evidence.ts";
import { sortOf } from "./outage.ts";
import { hostsOf, targetsOf } from "./traffic.ts";

/**
 * A proxy through which nothing came back: no connection to it can be made, it answers nothing or cuts every connection
 * before it answers, or its tunnels are mute.
 */
export type ProxyOutage = {
  readonly proxy: ProxyId;
  readonly where: FindingArgs["proxy-timing-out"]["where"];
  readonly failure: FailureCode;
  /** Number of the TLS alert by which it failed. */
  readonly alert?: number;
  /** Why a PAC script failed, in the words of who ran it. */
  readonly said?: string;
  readonly evidence: readonly string[];
};

/** What findings about a proxy have in common: how much they weigh, which settings name it, and who goes through it. */
export type Concern = {
  readonly about: ProxyId;
  readonly severity: Severity;
  readonly subject: { readonly setting: string };
  readonly users: Pick<ProxyUse, "sources" | "components" | "calls">;
};

/** What was measured, of which outages show. */
type Measured = Pick<Case, "installation" | "targets" | "observations" | "proxies">;

type Failed = { readonly name: PhaseName; readonly failure: Failure };

/** Requests for one or two hosts that time out are those hosts' trouble; for this many, the proxy's. */
const HOSTS_THAT_TELL = 3;
/** A proxy that cannot reach a host says so, or is silent while it tries; one that cuts more than a single host's cuts all. */
const CUT_HOSTS_THAT_TELL = 2;

/** Each proxy that is out, once, whatever mixture of failures shows it (ICMP, for one, is rate-limited). */
export function proxyOutages(the: Measured): readonly ProxyOutage[] {
  return the.proxies.flatMap((proxy): readonly ProxyOutage[] => {
    const attempts = attemptsThrough(the, proxy);
    const failed = attempts.flatMap((each) => failedPhase(each) ?? []);
    const evidence = attempts.map(({ id }) => id);
    if (failed.length === 0) return [];
    if (failed.length < attempts.length) return muteTunnels(the, proxy, attempts);
    if (failed.every(isOnTheWay)) {
      const where = attempts.every(asksScriptInVain) ? "asking-script" : "connecting";
      return [{ proxy, where, ...causeAmong(failed), evidence }];
    }
    const failure = failed.every((each) => isOnTheWay(each) || isSilence(each))
      ? silenceOf(the, attempts)
      : undefined;
    return failure === undefined
      ? muteTunnels(the, proxy, attempts)
      : [{ proxy, where: "answering", failure, evidence }];
  });
}

/** What most tells why a proxy is not reached. */
function causeAmong(failed: readonly Failed[]): Pick<ProxyOutage, "failure" | "alert" | "said"> {
  const code = mostTelling(failed);
  const { alert, message = "" } = failed.find(({ failure }) => failure.code === code)?.failure ?? {};
  return {
    failure: code,
    ...(alert === undefined ? {} : { alert }),
    ...(code === "pac-failed" && message !== "" && { said: message }),
  };
}

/** Whether a PAC script was asked which way to go, and named none. */
function asksScriptInVain(observation: Observation): boolean {
  if (observation.outcome === "broken" || scriptIn(proxyOf(observation) ?? "") === undefined) return false;
  return failedPhase(observation)?.name === "proxy-dns" && observation.script === undefined;
}

/** How a proxy that takes connections answers none of these attempts, where enough hosts tell of it. */
function silenceOf(the: Measured, attempts: readonly Observation[]): FailureCode | undefined {
  if (hostsTimingOut(the, attempts) >= HOSTS_THAT_TELL) return "timed-out";
  const cut = attempts.filter(isCutUnanswered);
  if (cut.length < attempts.length || hostsOf(targetsOf(the, cut)).length < CUT_HOSTS_THAT_TELL)
    return undefined;
  return mostTelling(cut.flatMap((each) => failedPhase(each) ?? []));
}

/** Whether a connection to the proxy was cut before it answered anything: in an open tunnel, the target may be who cuts. */
function isCutUnanswered(observation: Observation): boolean {
  const failed = failedPhase(observation);
  if (failed === undefined || observation.outcome === "broken") return false;
  const isCut = CUTS.has(failed.failure.code) && ASKING.has(failed.name);
  const isOfProxy = observation.script?.chose !== "direct";
  return isCut && isOfProxy && observation.phases.every((each) => !isOpening(each));
}

const CUTS: ReadonlySet<FailureCode> = new Set(["reset", "closed"]);
/** The steps that ask a proxy for a tunnel, or for what it forwards. */
const ASKING: ReadonlySet<PhaseName> = new Set(["tunnel", "request", "response"]);

function isOpening({ name, status }: Phase): boolean {
  return name === "tunnel" && status === "ok";
}

/**
 * Tunnels that are opened, and in none of which a TLS handshake is answered: certificates are the first packets of full
 * size, so that it shows so where these are lost on the way. Handshakes that fail alike on the direct way are this
 * machine's trouble.
 */
function muteTunnels(
  the: Measured,
  proxy: ProxyId,
  attempts: readonly Observation[],
): readonly ProxyOutage[] {
  const handshakes = handshakesAmong(the, attempts);
  if (isMuteItself(the) || !handshakes.every(isMute) || hostsTimingOut(the, handshakes) < HOSTS_THAT_TELL)
    return [];
  return [{ proxy, where: "tunnelling", failure: "timed-out", evidence: handshakes.map(({ id }) => id) }];
}

/** Whether no TLS handshake on the direct way is answered, which is most likely for this machine to be seen to. */
export function isMuteItself(the: Omit<Measured, "proxies">): boolean {
  const direct = handshakesAmong(
    the,
    the.observations.filter(({ route }) => route.kind === "direct"),
  );
  return direct.length > 0 && direct.every(isMute);
}

/** Attempts that came as far as TLS with a target that is not on this machine itself. */
function handshakesAmong(
  the: Omit<Measured, "proxies">,
  attempts: readonly Observation[],
): readonly Observation[] {
  const others = the.targets.filter((target) => sortOf(the, target) !== "own");
  const secured = new Set(others.filter(({ url }) => url.startsWith("https:")).map(({ id }) => id));
  return attempts.filter((each) => {
    const name = failedPhase(each)?.name;
    const isFar = name === undefined || name === "tls" || name === "request" || name === "response";
    return each.outcome !== "broken" && isFar && secured.has(each.target);
  });
}

/** Whether an attempt ended in a TLS handshake that nobody answered. */
export function isMute(observation: Observation): boolean {
  const failed = failedPhase(observation);
  return failed?.name === "tls" && isSilence(failed);
}

/** Whether a failure lies between this machine and the proxy. */
function isOnTheWay({ name }: Failed): boolean {
  return name === "proxy-dns" || name === "proxy-tcp" || name === "proxy-tls";
}

function isSilence({ failure }: Failed): boolean {
  return failure.code === "timed-out" || failure.code === "reset" || failure.code === "closed";
}

/** A failure that names a cause says more than one that names none. */
function mostTelling(failed: readonly Failed[]): FailureCode {
  const seen = new Set(failed.map(({ failure }) => failure.code));
  return FAILURE_CODES.find((code) => code !== "timed-out" && seen.has(code)) ?? "timed-out";
}

function hostsTimingOut(the: Measured, attempts: readonly Observation[]): number {
  const late = attempts.filter((each) => failedPhase(each)?.failure.code === "timed-out");
  return hostsOf(targetsOf(the, late)).length;
}

/**
 * Who goes through a proxy, and which settings name it, of those that are meant. One that a setting names and nobody uses
 * is a remark; one that no setting names was asked for by whoever runs the check.
 */
export function concernFor(
  the: Case,
  proxy: ProxyId,
  isMeant: (setting: Setting) => boolean = () => true,
): Concern {
  const others = the.settings.filter((setting) => !isMeant(setting));
  const through = the.decisions.filter(
    ({ route, because }) =>
      route.kind === "proxy" &&
      route.proxy === proxy &&
      decidingAmong(others, because.filter(isChoosing)).length === 0,
  );
  const sources = sourcesOf(the, proxy, through, isMeant);
  const components = [...new Set(through.map(({ component }) => component))];
  const calls = targetsOf(the, through).map(({ id }) => id);
  return {
    about: proxy,
    severity: components.length > 0 || sources.length === 0 ? "error" : "info",
    subject: { setting: sources[0] ?? proxy },
    users: { sources, components, ...(calls.length > 0 && { calls }) },
  };
}

/** Settings that name a proxy, as `NAME (place)`: those that components go by first, then the others. */
function sourcesOf(
  the: Case,
  proxy: ProxyId,
  through: readonly RoutingDecision[],
  isMeant: (setting: Setting) => boolean,
): readonly string[] {
  const choosing = through.flatMap(({ because }) => because.filter(isChoosing));
  const naming = the.settings.filter(isMeant).filter((setting) => {
    const endpoint = proxyIn(setting);
    return endpoint !== undefined && proxyId(endpoint) === proxy;
  });
  const places = [
    ...choosing.map(({ setting, source }) => `${setting} (${source})`),
    ...naming.map(describeSetting),
  ];
  return [...new Set(places)];
}

function isChoosing({ effect }: Because): boolean {
  return effect === "proxies";
}
