import ipaddr from "ipaddr.js";
import { readUrl } from "../../../model/url.ts";

/** A parsed address. */
export type Ip = ipaddr.IPv4 | ipaddr.IPv6;

/** A strict dotted quad: four decimal numbers without leading zeros, as inet_pton and Go's ParseIP read it. */
export function parseIpv4(text: string): ipaddr.IPv4 | undefined {
  // Lists are asked of every entry, time and again: the library's own test parses the text twice.
  const octets = DOTTED_QUAD.exec(text)?.slice(1).map(Number);
  return octets?.every((octet) => octet <= 255) ? new ipaddr.IPv4(octets) : undefined;
}

const DOTTED_QUAD = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

/** Any spelling of inet_aton (`127.1`, `0x7f000001`, `010.0.1.5`) as a dotted quad. */
export function readNumericIpv4(text: string): string | undefined {
  const parts = text.split(".");
  if (parts.length > 4 || !parts.every((part) => /^(0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(part))) {
    return undefined;
  }
  const numbers = parts.map((part) => (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.pop() ?? 0;
  if (numbers.some((number) => number > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  const rest = Array.from({ length: 4 - numbers.length }, (_, index) => {
    return Math.floor(last / 256 ** (3 - numbers.length - index)) % 256;
  });
  return [...numbers, ...rest].join(".");
}

/** An IPv6 address without brackets or zone. */
export function parseIpv6(text: string): ipaddr.IPv6 | undefined {
  return text.includes(":") && !text.includes("%") && ipaddr.IPv6.isValid(text)
    ? ipaddr.IPv6.parse(text)
    : undefined;
}

/** An address by value: one that is written as IPv4 within IPv6 (`::ffff:10.0.1.5`) counts as IPv4. */
export function parseIp(text: string): Ip | undefined {
  const v6 = parseIpv6(text);
  return v6?.isIPv4MappedAddress() ? v6.toIPv4Address() : (v6 ?? parseIpv4(text));
}

/** Whether both are the same address. */
export function sameIp(one: Ip, other: Ip): boolean {
  return one.kind() === other.kind() && one.toString() === other.toString();
}

/**
 * A network as Go's ParseCIDR reads it: a whole address (`10.0.0.0/16`, `fd00::/8`) and at most 32 or 128 bits,
 * which may begin with zeros.
 */
export function parseCidr(text: string): readonly [Ip, number] | undefined {
  const match = /^([^/]+)\/0*(\d{1,3})$/.exec(text);
  const written = match?.[1] ?? "";
  const address = parseIpv4(written) ?? parseIpv6(written);
  const bits = Number(match?.[2]);
  if (address === undefined || bits > (address.kind() === "ipv4" ? 32 : 128)) return undefined;
  const mapped = parseIp(written);
  if (address.kind() === "ipv6" && mapped?.kind() === "ipv4" && bits >= 96) return [mapped, bits - 96];
  return [address, bits];
}

/** Whether a network holds an address of its own kind. */
export function cidrHolds([network, bits]: readonly [Ip, number], address: Ip): boolean {
  return network.kind() === address.kind() && address.match([network, bits]);
}

/** A name in the form that is looked up (`bücher.example` is `xn--bcher-kva.example`); ASCII names stay as they are. */
export function toAscii(name: string): string {
  const isAscii = !/[^\p{ASCII}]/u.test(name);
  if (isAscii || /[\s/?#@:\\[\]]/.test(name)) return name;
  return readUrl(`http://${name}/`)?.hostname ?? name;
}

/** As C programs compare names: other letters than A to Z keep their case. */
export function toLowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Decodes `%XX`; a percent sign that begins no such sequence stays. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    new TextDecoder().decode(Uint8Array.from(run.slice(1).split("%"), (hex) => Number.parseInt(hex, 16))),
  );
}

/**
 * Whether a resolver would look a name up, or a socket dial it: an address, or labels of letters, digits, `-` and
 * `_` with single dots between them, of which the first does not begin with `-`. A lone dot is the root.
 */
export function isDialable(host: string): boolean {
  if (parseIpv6(host.replace(/%.+$/, "")) !== undefined) return true;
  return /^((?!-)[\w-]{1,63}(\.[\w-]{1,63})*\.?|\.)$/.test(toAscii(host));
}
