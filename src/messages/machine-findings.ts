import type { FindingArgs } from "../model/finding.ts";
import type { ProxyStanding } from "../model/finding-parts.ts";
import { withoutMarkers } from "../model/mark.ts";
import { theComponents } from "./components.ts";
import type { FindingWords } from "./finding-words.ts";
import { abridged, counted, listed, sentences } from "./phrases.ts";
import { theSettings } from "./setting-places.ts";

/** A clock by which others do not go. */
export function clockSkew(args: FindingArgs["clock-skew"]): FindingWords {
  const { aheadSeconds, hosts, targets, components, onEc2 } = args;
  const seconds = Math.abs(aheadSeconds);
  const way = aheadSeconds > 0 ? "ahead of" : "behind";
  return {
    what: `The clock of this machine is ${counted(seconds, "second")}${roughly(seconds)} ${way} that of ${counted(hosts, "host")} that answered it.`,
    why: sentences(
      components.length === 0
        ? ""
        : `${abridged(targets, MOST_TARGETS)} may refuse what ${theComponents(components)} sign with such a time (RequestTimeTooSkewed, SignatureDoesNotMatch): AWS promises to take five minutes, S3 fifteen`,
      "certificates and Kerberos tickets are judged by the clock too, and logs of several machines do not match",
    ),
    remedy: onEc2
      ? "Give chrony Amazon's time server, which is reached without a proxy (server 169.254.169.123 prefer iburst in /etc/chrony/chrony.conf), run sudo systemctl restart chrony and sudo chronyc makestep, and look at chronyc tracking."
      : "Give chrony a time server that this machine reaches without a proxy, as NTP (UDP 123) passes none; run sudo systemctl restart chrony and sudo chronyc makestep, and look at chronyc tracking. On EC2 that server is 169.254.169.123.",
  };
}

const MOST_TARGETS = 6;
const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** The size of a large number of seconds: ` (2 hours)`. */
function roughly(seconds: number): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= 2 * each) ?? ["second", 1];
  return size === 1 ? "" : ` (about ${counted(Math.round(seconds / size), unit)})`;
}

/** Settings of one machine that name different proxies. */
export function proxiesDisagree({ proxies }: FindingArgs["proxies-disagree"]): FindingWords {
  const [alike, another] = new Set(proxies.map(({ proxy }) => withoutMarkers(proxy)));
  return alike === undefined || another !== undefined ? proxiesDiffer(proxies) : passwordsDiffer(proxies);
}

type Named = FindingArgs["proxies-disagree"]["proxies"];

function passwordsDiffer(proxies: Named): FindingWords {
  const givings = proxies.map(({ proxy, places }) => `${proxy} in ${counted(places.length, "place")}`);
  return {
    what: `The settings of this machine give one user of a proxy ${proxies.length} different passwords: ${listed(givings)}.`,
    why: "Each component logs in with the password that it finds; a check tries one of them only. At least one was left behind when the password was changed.",
    remedy:
      "Find out which of them is right, and give it in all of these places; equal numbers stand for equal passwords.",
  };
}

function proxiesDiffer(proxies: Named): FindingWords {
  const namings = proxies.map(
    ({ proxy, places, standing }) =>
      `${proxy} in ${counted(places.length, "place")}${standing === undefined ? "" : STANDINGS[standing]}`,
  );
  return {
    what: `The settings of this machine name ${proxies.length} proxies: ${listed(namings)}.`,
    why: "Each component goes through the proxy that it finds, so that what works for one fails for another when one of the proxies is switched off.",
    remedy: remedyForSeveral(proxies),
  };
}

const STANDINGS: Readonly<Record<ProxyStanding, string>> = { serves: " (it serves)", out: " (it is out)" };

function remedyForSeveral(proxies: FindingArgs["proxies-disagree"]["proxies"]): string {
  const [first, ...others] = proxies.filter(({ standing }) => standing !== "out");
  if (first?.standing === "serves" && others.length === 0) {
    return `Name ${first.proxy} in all of these places: measured from this machine, it is the one of them that serves.`;
  }
  const possible = others.length > 0 ? proxies.filter(({ standing }) => standing !== "out") : proxies;
  return `Find out which of ${listed(possible.map(({ proxy }) => proxy))} is right for this machine, and name it in all of these places.`;
}

/** A login that every user of the machine may read. */
export function readableCredentials({ path, places }: FindingArgs["readable-credentials"]): FindingWords {
  return {
    what: `The proxy's login in ${theSettings(places)} may be read by every user of this machine.`,
    why: `The mode of ${path} lets everyone read it, and the login stands there in plain text.`,
    remedy: remedyForLogin(path),
  };
}

const LET_THROUGH =
  "ask whoever runs the proxy to let this machine's address through without a login, and take the login out";

/** Who needs to read a file decides whether it can be closed. */
function remedyForLogin(path: string): string {
  if (/^\/etc\/systemd\/|\/systemd\/system\//.test(path)) {
    // systemd.exec(5): the properties of units are readable by everyone.
    return `Type sudo chmod 600 ${path}: only root needs to read it. Since systemctl show tells everyone what stands in Environment=, move the login into a file of mode 600 that EnvironmentFile= names, or better ${LET_THROUGH}.`;
  }
  if (FOR_ROOT_ALONE.test(path)) {
    return `Type sudo chmod 600 ${path}: only root needs to read it.`;
  }
  if (/^\/etc\/(?:environment$|profile|bash\.bashrc|apt\/)/.test(path)) {
    return `The file has to be readable, since every login needs it: ${LET_THROUGH}.`;
  }
  if (/^\/(?:home|root)\/|^~\//.test(path)) return `Type chmod 600 ${path}: only its owner needs to read it.`;
  return `If only root needs it, type sudo chmod 600 ${path}; otherwise ${LET_THROUGH}.`;
}

/** Files that systemd, Replicated, Docker and the start scripts of CircleCI read as root (domain-facts 4). */
const FOR_ROOT_ALONE =
  /^\/etc\/(?:replicated\.conf|(?:default|sysconfig)\/(?:replicated|docker)[\w-]*|circle-installation-customizations|circleconfig\/.*|docker\/daemon\.json|sudoers.*)$|^\/var\/lib\/replicated\//;

/** A release that knows no proxy. */
export function serverTooOld({ version, since }: FindingArgs["server-too-old"]): FindingWords {
  return {
    what: `CircleCI Server ${version} does not work behind an HTTP proxy, whatever the settings are.`,
    why: `Before ${since}, step output and the customizations of Docker fail behind a proxy, and the containers are not given its settings.`,
    remedy: `Update CircleCI Server to ${since} or later in the management console (port 8800), then check again; until then, let the Services machine and the Nomad clients go out without a proxy.`,
  };
}
