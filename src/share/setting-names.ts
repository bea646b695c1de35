import type { HostText } from "./hosts-in.ts";

/** Settings whose names hold a host or a URL, with what stands before it and behind it: of git, of Docker's client, of apt. */
const NAMED_FOR: readonly RegExp[] = [
  /^(http\.)(.+)(\.\w+)$/s,
  /^(proxies\.)(.+)(\.[^.]+)$/s,
  /^(Acquire::[^:]+::)(.+)(::(?:Proxy|CaInfo))$/is,
  /^(Acquire::(?:[^:]+::)+?Proxy::)(.+)()$/is,
];

/** Of sudo's settings, those of some hosts alone. */
const OF_HOSTS = /^env_(?:keep[+-]?|reset)@(.+)$/s;

/** What the name of a setting holds that names a host. */
export function heldInName(name: string): readonly HostText[] {
  const [, ofSudo] = OF_HOSTS.exec(name) ?? [];
  const [, , held = ofSudo] = partsOf(name) ?? [];
  return held === undefined ? [] : [held];
}

/** A setting's name with others in place of the private ones that it holds: what a program knows it by stays. */
export function sharedName(name: string, text: (text: string) => string): string {
  const [, before = "", held, behind = ""] = partsOf(name) ?? [];
  return held === undefined ? text(name) : `${before}${text(held)}${behind}`;
}

function partsOf(name: string): RegExpExecArray | undefined {
  return NAMED_FOR.map((pattern) => pattern.exec(name)).find((found) => found !== null) ?? undefined;
}
