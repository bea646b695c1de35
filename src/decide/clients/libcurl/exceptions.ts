import { cidrHolds, parseIpv4, parseIpv6 } from "../common/host.ts";
import { atLeast } from "../common/version.ts";
import type { CurlUrl } from "./url.ts";

type Place = Pick<CurlUrl, "host" | "typed">;

/** How a list was split, and its entries compared, from one release to the next (curl's `lib/noproxy.c`). */
type Era = {
  readonly since: string;
  readonly entriesOf: (list: string) => readonly string[];
  readonly excludes: (entry: string, place: Place) => boolean;
};

/** The latest first. Ubuntu has had 7.35, 7.47, 7.58, 7.68, 7.81 and 8.5, Debian 7.74, 7.88 and 8.14. */
const ERAS: readonly Era[] = [
  { since: "8.18", entriesOf: upToStrayBlank, excludes: (entry, place) => byAddress(entry, place, strict) },
  { since: "8.9", entriesOf: upToStrayBlank, excludes: (entry, place) => byAddress(entry, place, lenient) },
  { since: "7.87", entriesOf: byBlankOrComma, excludes: (entry, place) => byAddress(entry, place, lenient) },
  { since: "7.86", entriesOf: byBlankOrComma, excludes: withoutBoundary },
  { since: "0", entriesOf: bySpaceOrComma, excludes: asText },
];

/** The entry of a list, as it is written there, that spares a host from the proxy. `*` is special as the whole list only. */
export function curlException(list: string, place: Place, version: string): string | undefined {
  if (list === "*") return "*";
  const era = ERAS.find(({ since }) => atLeast(version, since));
  return era?.entriesOf(list).find((entry) => entry !== "" && era.excludes(entry, place));
}

function byBlankOrComma(list: string): readonly string[] {
  return list.split(/[ \t,]+/);
}

function bySpaceOrComma(list: string): readonly string[] {
  return list.split(/[ ,]+/);
}

/** A blank after an entry must be followed by a comma: `a b,c` ends after `a`. */
function upToStrayBlank(list: string): readonly string[] {
  const [regular = ""] = /^[ \t]*[^ \t,]*(?:[ \t]*,+[ \t]*[^ \t,]*)*/.exec(list) ?? [];
  return byBlankOrComma(regular);
}

/** Whether a network, written `addr[/bits]`, holds an address; bits that are missing or zero mean the one address. */
type Holding = (entry: string, host: string) => boolean;

function byAddress(entry: string, { host }: Place, holds: Holding): boolean {
  if (parseIpv4(host) !== undefined) return entry.length < 128 && holds(entry, host);
  // An IPv6 address is compared like a name: its case for addresses is never reached before 8.18.
  if (holds === strict && parseIpv6(host) !== undefined) return entry.length < 128 && holds(entry, host);
  return isWithin(host.toLowerCase().replace(/\.$/, ""), domainOf(entry.replace(/\.$/, "")));
}

function strict(entry: string, host: string): boolean {
  const [, network = "", bits = "0"] = /^([^/]*)(?:\/(\d+))?$/.exec(entry) ?? [];
  return inNetwork(network, Number(bits), host);
}

/** `atoi` reads the bits: what follows the digits is passed over, and no digits are zero. */
function lenient(entry: string, host: string): boolean {
  const [network = "", rest = ""] = entry.split(/\/(.*)/s);
  return inNetwork(network, Number(/^\s*([+-]?\d+)/.exec(rest)?.[1] ?? 0), host);
}

function inNetwork(written: string, bits: number, host: string): boolean {
  const parse = parseIpv4(host) === undefined ? parseIpv6 : parseIpv4;
  const [network, address] = [parse(written), parse(host)];
  if (network === undefined || address === undefined) return false;
  const most = address.kind() === "ipv4" ? 32 : 128;
  return bits >= 0 && bits <= most && cidrHolds([network, bits === 0 ? most : bits], address);
}

/** 7.86 alone: a plain name is itself only, and a leading dot makes a suffix that may begin anywhere. */
function withoutBoundary(entry: string, place: Place): boolean {
  if (parseIpv4(place.host) !== undefined) return byAddress(entry, place, lenient);
  const host = place.host.toLowerCase();
  return entry.startsWith(".") ? host.endsWith(domainOf(entry)) : host === entry.toLowerCase();
}

/** Up to 7.85: the host as it was typed, address or name, ends with the entry. */
function asText(entry: string, { typed }: Place): boolean {
  return isWithin(typed.toLowerCase(), domainOf(entry));
}

function domainOf(entry: string): string {
  return entry.toLowerCase().replace(/^\./, "");
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
