import { atLeast } from "../common/version.ts";
import { isForPort, type NodeEntry, nodeEntries, wildcardException } from "./exceptions.ts";
import type { NodeTarget } from "./url.ts";

/** The entry of a `no_proxy` value that spares a target from the proxy, as it is written there. */
export function undiciException(list: string, target: NodeTarget, version: string): string | undefined {
  if (!atLeast(version, "7.22")) return wildcardException(list, target);
  return atLeast(version, "8.11") ? nameException(list, target) : domainException(list, target, version);
}

/** From 7.22: an entry means a name and what lies below it, with `.` or `*.` before it or not. */
function domainException(list: string, target: NodeTarget, version: string): string | undefined {
  if (list === "*") return list;
  const isBare = atLeast(version, "8.10");
  const entries = isBare ? bareEntries(list) : nodeEntries(list);
  const host = isBare ? withoutBrackets(target.host) : target.host;
  return entries.find((entry) => isForPort(entry, target) && isWithin(host, withoutDot(entry.name)))?.written;
}

/** From 8.11: `*` may stand among other entries, `*.example.com` spares no `example.com`, a last dot says nothing. */
function nameException(list: string, target: NodeTarget): string | undefined {
  const host = withoutLastDot(withoutBrackets(target.host));
  const spares = ({ written, name }: NodeEntry) => {
    const domain = withoutLastDot(withoutDot(name));
    return domain === "*" || (written.startsWith("*") ? isBelow(host, domain) : isWithin(host, domain));
  };
  return bareEntries(list).find((entry) => isForPort(entry, target) && spares(entry))?.written;
}

/** From 8.10: IPv6 stands with or without brackets, and only within them with a port. */
function bareEntries(list: string): readonly NodeEntry[] {
  return nodeEntries(list).map((entry) => {
    const hasPort = /^\[.+\]:\d+$/.test(entry.written);
    const whole = withoutBrackets(entry.written.toLowerCase());
    if (!hasPort && whole.split(":").length > 2) return { ...entry, name: whole, port: 0 };
    return { ...entry, name: withoutBrackets(entry.name) };
  });
}

function withoutBrackets(text: string): string {
  return text.replace(/^\[(.+)\]$/, "$1");
}

function withoutDot(name: string): string {
  return name.replace(/^\*?\./, "");
}

function withoutLastDot(name: string): string {
  return name.replace(/^(.+)\.$/, "$1");
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || isBelow(host, domain);
}

function isBelow(host: string, domain: string): boolean {
  return host.endsWith(`.${domain}`);
}
