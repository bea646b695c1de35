import { wordsFor } from "../messages/findings.ts";
import { type Finding, type FindingCode, rootsOf, type Severity } from "../model/finding.ts";
import type { HostIdentity } from "../model/fleet.ts";
import { groupBy } from "../model/group-by.ts";
import { attemptId } from "../model/observation.ts";
import type { ProgramVersions } from "../model/program.ts";
import { type ProxyId, routeId } from "../model/route.ts";
import { type Behaviour, behaviourOf } from "./behaviour.ts";
import { type GlancedSetting, settingKey, settingsIn } from "./glanced-settings.ts";
import { heaviestFirst, inOrder } from "./in-order.ts";
import { kept, keptMasked, keptTarget } from "./kept.ts";
import type { ReportParts } from "./report-parts.ts";

/** What a fleet keeps of one report. */
export type Glance = {
  /** Where the report stood. */
  readonly file: string;
  /** The machine's own name, where the report has it. */
  readonly hostname?: string;
  readonly startedAt: string;
  readonly toolVersion: string;
  readonly incomplete: boolean;
  /** Addresses that other machines may know it by. */
  readonly addresses: readonly string[];
  readonly behaviour: Behaviour;
  /** What goes wrong by each code, in one sentence. */
  readonly whats: readonly (readonly [FindingCode, string])[];
  readonly errors: number;
  readonly warnings: number;
  readonly proxies: readonly ProxyId[];
  readonly programs: ProgramVersions;
  readonly serverVersion?: string;
  readonly identities: readonly HostIdentity[];
  readonly settings: readonly GlancedSetting[];
  /** By target, keys of the settings that decide about it. */
  readonly deciding: readonly (readonly [string, readonly string[]])[];
};

/** Longest sentence, name or version that is kept. */
const LONGEST = 300;
/** No machine has more of a kind; a report may claim so. */
const MOST = 2000;
const MOST_OF_FEW = 50;

/** Takes in one report, of which nothing else is kept. */
export function glanceOf(whole: ReportParts, file: string): Glance {
  const parts = bounded(whole);
  const { installation, findings, decisions } = parts;
  const { hostname, serverVersion } = installation;
  const roots = rootsOf(findings);
  const count = (wanted: Severity) => roots.filter(({ severity }) => severity === wanted).length;
  return {
    file,
    ...(hostname === undefined ? {} : { hostname: kept(hostname, LONGEST) }),
    startedAt: kept(parts.startedAt, LONGEST),
    toolVersion: kept(parts.tool.version, LONGEST),
    incomplete: parts.stopped !== undefined || parts.toolErrors.length > 0,
    addresses: installation.addresses.filter(isOuter).map((each) => kept(each, LONGEST)),
    behaviour: behaviourOf(parts),
    whats: whatsOf(findings),
    errors: count("error"),
    warnings: count("warning"),
    proxies: proxiesIn(decisions),
    programs: versionsIn(installation.programs),
    ...(serverVersion === undefined ? {} : { serverVersion: kept(serverVersion, LONGEST) }),
    identities: identitiesIn(parts),
    settings: settingsIn(parts),
    deciding: decidingIn(decisions),
  };
}

function bounded(parts: ReportParts): ReportParts {
  const { installation, settings, targets, observations, decisions, findings } = parts;
  return {
    ...parts,
    installation: { ...installation, addresses: installation.addresses.slice(0, MOST_OF_FEW) },
    settings: settings.slice(0, MOST),
    targets: targets.slice(0, MOST),
    observations: observations.slice(0, MOST * 4),
    decisions: decisions.slice(0, MOST * 4),
    findings: findings.slice(0, MOST),
  };
}

/** Not of a loopback interface, of a link alone, or of Docker's bridge, which every machine has alike. */
function isOuter(address: string): boolean {
  return !/^(?:127\.|169\.254\.|172\.17\.0\.1$|::1$|fe80:)/i.test(address);
}

function whatsOf(findings: readonly Finding[]): Glance["whats"] {
  const roots = new Set(rootsOf(findings));
  const weighed = findings.map((finding) => ({
    ...{ finding, severity: finding.severity },
    ...(roots.has(finding) ? {} : { follows: true as const }),
  }));
  const whats = [...groupBy(heaviestFirst(weighed), ({ finding }) => finding.code)].flatMap(
    ([code, [first]]) =>
      first === undefined ? [] : [[code, keptMasked(wordsFor(first.finding).what, LONGEST)] as const],
  );
  return inOrder(whats, ([code]) => code);
}

function proxiesIn(decisions: ReportParts["decisions"]): readonly ProxyId[] {
  const proxies = new Set(decisions.flatMap(({ route }) => (route.kind === "proxy" ? [route.proxy] : [])));
  const shown = new Set([...proxies].slice(0, MOST_OF_FEW).map((each) => keptMasked(each, LONGEST)));
  return inOrder([...shown], (each) => each);
}

function versionsIn(programs: ProgramVersions): ProgramVersions {
  const versions = Object.entries(programs).map(([name, version]) => [name, kept(version, LONGEST)]);
  return Object.fromEntries(inOrder(versions, ([name = ""]) => name));
}

function identitiesIn({ observations, decisions }: ReportParts): readonly HostIdentity[] {
  const taken = new Set(
    decisions.flatMap(({ target, route }) =>
      route.kind === "invalid" ? [] : [attemptId(target, routeId(route))],
    ),
  );
  const told = observations.flatMap(({ id, route, phases = [] }): readonly HostIdentity[] =>
    phases.flatMap(({ facts }) =>
      facts?.identity === undefined
        ? []
        : [
            {
              instanceId: kept(facts.identity.instanceId, LONGEST),
              route: kept(routeId(route), LONGEST),
              ...(taken.has(id) ? { taken: true as const } : {}),
            },
          ],
    ),
  );
  return inOrder(told, (each) => JSON.stringify(each)).slice(0, MOST_OF_FEW);
}

function decidingIn(decisions: ReportParts["decisions"]): Glance["deciding"] {
  const targets = [...groupBy(decisions, ({ target }) => target)].map(([target, same]) => {
    const keys = same.flatMap(({ because }) =>
      because.map(({ setting, source }) => settingKey(setting, source.replace(/:\d+$/, ""))),
    );
    return [keptTarget(target), inOrder([...new Set(keys)], (each) => each).slice(0, MOST_OF_FEW)] as const;
  });
  return inOrder(targets, ([target]) => target);
}
