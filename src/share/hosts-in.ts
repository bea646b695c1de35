import { isBypassList, isJvmOptions, isProxy } from "../decide/names.ts";
import {
  placeholdersInJvmOptions,
  placeholdersInList,
  placeholdersInProxy,
} from "../diagnose/placeholders.ts";
import type { Setting } from "../model/setting.ts";
import { heldInName } from "./setting-names.ts";

/** A host, as far as what stands in a setting is one: names and patterns, with dots and stars at their ends. */
export type HostText = string;

const JVM_HOSTS = /-D["']?(?:[\w.]{0,20}proxyHost|socksProxyHost|proxyHost|[\w.]{0,20}nonProxyHosts)["']?=/gi;

/** What names hosts in a setting: its value, and for some its name. */
export function hostsInSetting(setting: Setting): readonly HostText[] {
  return [...heldInName(setting.name).flatMap(hostsOfList), ...hostsInValue(setting)];
}

/** Names of several labels in what a text assigns to variables about proxies, be they taken for settings or not. */
export function hostsAssigned(text: string): readonly HostText[] {
  const values = [...text.matchAll(/_proxy=["']?([^\s"']+)/gi)].map(([, value = ""]) => value);
  return values.flatMap(hostsOfList).filter((host) => host.includes("."));
}

/** Entries of a list of exceptions. */
export function entriesIn({ name, value }: Setting): readonly HostText[] {
  if (isBypassList(name)) return hostsOfList(value);
  return isJvmOptions(name) ? jvmHosts(value) : [];
}

function hostsInValue(setting: Setting): readonly HostText[] {
  const { name, value } = setting;
  if (isProxy(name)) return hostsOfList(value);
  return entriesIn(setting);
}

/** What stands after each option that names hosts, up to what may be the next option. */
function jvmHosts(value: string): readonly HostText[] {
  return value
    .split(JVM_HOSTS)
    .slice(1)
    .flatMap((rest) => hostsOfList(rest.split(/\s-/, 1)[0] ?? ""));
}

/** Hosts of URLs, and names alone, however they are parted; variables and a unit's specifiers are none. */
export function hostsOfList(list: string): readonly HostText[] {
  return list
    .replace(/\$(?:\w+|\{\w+[^{}]*\})|%(?![\da-f]{2})[a-z]/gi, ",")
    .split(/[\s,;|"'`<>(){}\\[\]]+/)
    .flatMap(hostsOfPiece);
}

const SCHEMES = /^(?:[a-z][a-z0-9+-]*:\/+|(?:https?|ftp|socks\w*)?\/\/+)+/i;

/**
 * What may be a host in `scheme://user@host:port/path`, of which any part may be missing or miswritten. Before a colon
 * stands a scheme, a host or a user, and behind it a host or a port: only a number is surely none.
 */
function hostsOfPiece(piece: string): readonly HostText[] {
  const rest = piece.replace(SCHEMES, "");
  if (IPV6.test(rest)) return [];
  // A password may hold a slash, and a path an at sign.
  return [withoutPath(rest), rest]
    .map((text) => withoutPath(text.slice(text.lastIndexOf("@") + 1)))
    .flatMap((place) => place.split(":"))
    .filter((part) => !/^\d*$/.test(part));
}

const IPV6 = /^[\da-f]{0,4}:[\da-f]{0,4}:[\da-f:.]*(?:[%/].*)?$/is;

function withoutPath(url: string): string {
  return url.replace(/[/?#].*$/s, "");
}

/** Words that instructions put where a name belongs, and that are judged by their looks. */
export function placeholdersIn(setting: Setting): readonly string[] {
  const { name, value } = setting;
  const found = isProxy(name)
    ? placeholdersInProxy(value, setting)
    : isBypassList(name)
      ? placeholdersInList(value, setting)
      : isJvmOptions(name)
        ? placeholdersInJvmOptions(value, setting)
        : [];
  const words = found.flatMap((each) => each.match(/[\p{L}\p{N}_-]+/gu) ?? []);
  // Whatever stands within brackets, it is the brackets that tell.
  return words.filter((word) => OF_INSTRUCTIONS.test(word) || found.includes(word));
}

/** Words of instructions, which say whose place it is. */
const OF_INSTRUCTIONS =
  /^(?:(?:your|the|proxy|services?|machine|circleci|server|nomad|clients?|internal|private|ghe|github|enterprise|ip|host|hostname|name|domain|address|port|url|user|username|password)(?:[-_]|$))+$/i;
