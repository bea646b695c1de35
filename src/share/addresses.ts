import ipaddr from "ipaddr.js";
import type { Keyed } from "./keyed.ts";

/** Bits, each a character. */
type Bits = string;

/** Ranges that stay what they are: in `kept` ones every address stays, in `own` ones they change places. */
type Ranges = { readonly kept: readonly Bits[]; readonly own: readonly Bits[] };

/** IANA's special-purpose registries; 172.17 is Docker's bridge, fd00:ec2::254 the metadata service. */
const V4: Ranges = {
  kept: ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.17.0.0/16", "224.0.0.0/3"].map(rangeBits),
  own: [
    ...["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
    ...["192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"],
  ].map(rangeBits),
};
const V6: Ranges = {
  kept: ["::/64", "100::/64", "2001::/23", "fe80::/10", "ff00::/8", "fd00:ec2::/32"].map(rangeBits),
  own: ["2000::/3", "2002::/16", "2001:db8::/32", "fc00::/7", "fd00::/8"].map(rangeBits),
};

/** Addresses written as IPv4 within IPv6. */
const HOLDS_V4 = ["::ffff:0:0/96", "64:ff9b::/96"].map(rangeBits);

/** An address, or the beginning of one, in the spelling in which it stands. */
export type Addresses = {
  /** `10.0.1.5`, `10.0.0.0/12`, `010.0.1.5`, and the beginnings `10.0.`, `10.0`. */
  readonly v4: (text: string) => string;
  /** Without brackets and without a zone; `undefined` where it is none. */
  readonly v6: (text: string) => string | undefined;
};

/**
 * Replaces addresses so that whatever bits two of them begin with in common, they have as many in common afterwards:
 * a network holds the same addresses as before (J. Xu et al., "Prefix-preserving IP address anonymization", 2002). A
 * bit stays where changing it would lead into or out of a range that means something.
 */
export function addressesBy(keyed: Keyed): Addresses {
  const known = new Map<string, string>();
  const once = (text: string, make: () => string): string => {
    const made = known.get(text) ?? make();
    known.set(text, made);
    return made;
  };
  const bits4 = (bits: Bits) => changed(bits, V4, (prefix) => flips(keyed("v4", prefix)));
  const bits6 = (bits: Bits): Bits => {
    if (HOLDS_V4.some((range) => bits.startsWith(range))) return bits.slice(0, 96) + bits4(bits.slice(96));
    return changed(bits, V6, (prefix) => flips(keyed("v6", prefix)));
  };
  return {
    v4: (text) => once(text, () => v4Changed(text, bits4)),
    v6: (text) => {
      const address = text.replace(/\/\d{1,3}$/, "");
      if (!ipaddr.IPv6.isValid(address)) return undefined;
      return once(text, () => v6Changed(address, text.slice(address.length), bits6));
    },
  };
}

function changed(bits: Bits, { kept, own }: Ranges, flip: (prefix: Bits) => boolean): Bits {
  if (kept.some((range) => bits.startsWith(range))) return bits;
  const ranges = [...kept, ...own];
  return [...bits]
    .map((bit, at) => {
      const prefix = bits.slice(0, at);
      const leadsToRange = ranges.some((range) => range.length > at && range.startsWith(prefix));
      return !leadsToRange && flip(prefix) ? OTHER[bit] : bit;
    })
    .join("");
}

const OTHER: Readonly<Record<string, string>> = { 0: "1", 1: "0" };

function flips(drawn: Uint8Array): boolean {
  return (drawn[0] ?? 0) % 2 === 1;
}

function v4Changed(text: string, change: (bits: Bits) => Bits): string {
  const [address = "", size] = text.split("/");
  const parts = address.split(".");
  const valid = parts.findIndex((part) => part === "" || Number(part) > 255);
  const octets = valid < 0 ? parts : parts.slice(0, valid);
  const bits = octets.map((part) => bitsOf(Number(part), 8)).join("");
  const fixed = size === undefined || /1/.test(bits.slice(Number(size))) ? bits.length : Number(size);
  const mapped = change(bits.slice(0, fixed)).padEnd(bits.length, "0");
  const written = octets.map((part, at) => {
    const zeros = /^0*(?=\d)/.exec(part)?.[0] ?? "";
    return `${zeros}${Number.parseInt(mapped.slice(at * 8, at * 8 + 8), 2)}`;
  });
  return `${[...written, ...parts.slice(octets.length)].join(".")}${size === undefined ? "" : `/${size}`}`;
}

function v6Changed(address: string, size: string, change: (bits: Bits) => Bits): string {
  const parsed = ipaddr.IPv6.parse(address);
  const bits = bitsOfBytes(parsed.toByteArray());
  const length = size === "" ? 128 : Number(size.slice(1));
  const fixed = /1/.test(bits.slice(length)) ? 128 : length;
  const mapped = change(bits.slice(0, fixed)).padEnd(128, "0");
  const made = new ipaddr.IPv6(mapped.match(/.{8}/g)?.map((octet) => Number.parseInt(octet, 2)) ?? []);
  return `${spelledLike(address, parsed, made)}${size}`;
}

/** In the short form, with IPv4 at its end, or in full where it stood in yet another form. */
function spelledLike(address: string, parsed: ipaddr.IPv6, made: ipaddr.IPv6): string {
  const dotted = /^(.*:)\d+\.\d+\.\d+\.\d+$/.exec(address)?.[1];
  if (dotted !== undefined) return `${dotted}${made.toByteArray().slice(12).join(".")}`;
  const isShort = address.toLowerCase() === parsed.toString();
  const text = isShort ? made.toString() : made.toNormalizedString();
  return /[A-F]/.test(address) ? text.toUpperCase() : text;
}

function rangeBits(range: string): Bits {
  const [address, size] = ipaddr.parseCIDR(range);
  return bitsOfBytes(address.toByteArray()).slice(0, size);
}

function bitsOfBytes(bytes: readonly number[]): Bits {
  return bytes.map((byte) => bitsOf(byte, 8)).join("");
}

function bitsOf(number: number, size: number): Bits {
  return number.toString(2).padStart(size, "0");
}
