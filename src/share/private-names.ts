import type { Facts } from "../conclude.ts";
import type { Observation } from "../model/observation.ts";
import type { Certificate, Phase } from "../model/phase.ts";
import { isConfigured } from "../model/target.ts";
import {
  entriesIn,
  type HostText,
  hostsAssigned,
  hostsInSetting,
  hostsOfList,
  placeholdersIn,
} from "./hosts-in.ts";
import { canonical, domainsOf, isPublicName, parted } from "./public-names.ts";
import { isProbes } from "./targets.ts";
import { partsOfPaths } from "./url-paths.ts";
import type { Fragments } from "./words.ts";

/** The names of an installation that are not everybody's, as far as what was found says that they are names. */
export type PrivateNames = {
  /** Names of several labels, and what they end in: what is below one is private too. */
  readonly domains: ReadonlySet<string>;
  /** Names of one label: words, too, wherever else they stand. */
  readonly words: ReadonlySet<string>;
  /** What is judged by its looks, and stays. */
  readonly placeholders: ReadonlySet<string>;
  /** Parts of the paths that probes ask for, which are everybody's. */
  readonly asked: ReadonlySet<string>;
  readonly fragments: Fragments;
};

/** Gathers them from all that was found and seen. */
export function privateNames(facts: Facts): PrivateNames {
  const placeholders = new Set(facts.settings.flatMap(placeholdersIn).map(canonical));
  const names = new Set(
    hostsOf(facts)
      .map(trimmed)
      .filter((name) => name !== "" && !isAddress(name) && !placeholders.has(name) && !isPublicName(name)),
  );
  const several = [...names].filter((name) => name.includes("."));
  const alone = [...names].filter((name) => !name.includes("."));
  return {
    domains: new Set(several.flatMap(domainsOf).filter((domain) => !isPublicName(domain))),
    words: new Set(alone),
    placeholders,
    asked: new Set(partsOfPaths(facts.targets.filter(({ id }) => isProbes(id)))),
    fragments: fragmentsOf(facts),
  };
}

function hostsOf(facts: Facts): readonly HostText[] {
  const { installation, settings, files, fileFaults, targets, observations } = facts;
  const { services, ghe, bucket, nomadClients = [] } = installation;
  return [
    ...[services, ghe, bucket].filter((each) => each !== undefined),
    ...nomadClients,
    ...ownName(facts),
    ...settings.flatMap(hostsInSetting),
    ...[...files, ...fileFaults].flatMap(({ text = "" }) => hostsAssigned(text)),
    ...targets.filter(isConfigured).flatMap(({ url }) => hostsOfList(url)),
    ...observations.flatMap(hostsSeen),
  ];
}

/** Of a machine that is called as a folder of its settings is, the name is replaced where it names the machine alone. */
function ownName({ installation: { hostname }, files, settings }: Facts): readonly HostText[] {
  if (hostname === undefined) return [];
  const paths = [...files, ...settings.map(({ source }) => source)].flatMap((each) =>
    "path" in each ? each.path.split("/") : [],
  );
  return paths.includes(hostname) ? [] : [hostname];
}

function hostsSeen(observation: Observation): readonly HostText[] {
  const { route } = observation;
  const way = route.kind === "proxy" ? hostsOfList(route.proxy.replace(/^pac\+/, "")) : [];
  if (observation.outcome === "broken") return way;
  const { script } = observation;
  const said = script === undefined ? [] : [script.answer, script.chose, ...script.passedOver.map(byRoute)];
  const named = said.flatMap((each) => hostsOfList(each.replace(WAYS, ",")));
  return [...way, ...named, ...observation.phases.flatMap(hostsInPhase)];
}

/** What a proxy script calls the ways that it names. */
const WAYS = /(?<![\w.-])(?:PROXY|HTTPS?|SOCKS[45]?|DIRECT)(?=[\s;]|$)/gi;

function byRoute({ route }: { readonly route: string }): string {
  return route;
}

function hostsInPhase(phase: Phase): readonly HostText[] {
  if (phase.status === "skipped" || phase.facts === undefined) return [];
  const { facts } = phase;
  return [
    ...("host" in facts && facts.host !== undefined ? [facts.host] : []),
    ...("chain" in facts && facts.chain !== undefined ? facts.chain.flatMap(hostsOfCertificate) : []),
    ...("url" in facts && facts.url !== undefined ? hostsOfList(facts.url) : []),
  ];
}

function hostsOfCertificate({ subject, names, issuerAt = "" }: Certificate): readonly HostText[] {
  const common = [...subject.matchAll(/CN=([^\s,]+)/g)].map(([, name = ""]) => name);
  const others = names.split(/,\s*/).map((each) => each.replace(/^[\w ]{2,20}:/, ""));
  return [...common, ...others.flatMap(hostsOfList)]
    .filter((name) => name.includes("."))
    .concat(hostsOfList(issuerAt));
}

function trimmed(host: HostText): string {
  return canonical(parted(host, "*.").inner);
}

function isAddress(name: string): boolean {
  return /^[\d./]+$/.test(name) || name.includes(":");
}

/** Entries may begin or end within a label: `*example.com`, `web*`, and to some clients `ample.com`. */
function fragmentsOf({ settings }: Facts): Fragments {
  const entries = settings.flatMap(entriesIn).map((entry) => canonical(entry));
  const cut = entries.filter((entry) => !/^[\d./]+\*?$/.test(entry));
  return {
    ends: new Set(cut.flatMap((entry) => firstLabel(entry.replace(/^\*(?!\.)/, "")))),
    beginnings: new Set(cut.flatMap((entry) => (/[^.]\*$/.test(entry) ? lastLabel(entry.slice(0, -1)) : []))),
  };
}

function firstLabel(entry: string): readonly string[] {
  const [label = ""] = entry.split(".");
  return /^[^*:/]+$/.test(label) ? [label] : [];
}

function lastLabel(entry: string): readonly string[] {
  const label = entry.split(".").at(-1) ?? "";
  return /^[^*:/]+$/.test(label) ? [label] : [];
}
