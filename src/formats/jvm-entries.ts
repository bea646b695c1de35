import { readHost } from "../model/host.ts";
import { splitEntries } from "./entries.ts";

/**
 * The patterns of a JVM's list that cover what an entry of `no_proxy` covers: a domain needs one for itself and one
 * for what is below it, a network the octets that it fixes; none for a network that fixes a part of an octet.
 */
export function asPatterns(entry: string): readonly string[] {
  const network = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(entry);
  if (network !== null) return networkPatterns(network[1] ?? "", Number(network[2]));
  if (entry === "*") return ["*"];
  const [, spelled = entry] = readHost(entry) === undefined ? (/^(.*):\d{1,5}$/.exec(entry) ?? []) : [];
  const host = readHost(spelled.replace(/^\*?\./, ""));
  if (host === undefined) return [];
  if (host.includes(":")) return [`[${host}]`];
  if (/^[\d.]+$/.test(host) || !host.includes(".")) return [host];
  return spelled.startsWith("*.") ? [`*.${host}`] : [host, `*.${host}`];
}

/** The patterns for every entry of a `no_proxy` list, each once. */
export function patternsFor(list: string): readonly string[] {
  return [...new Set(splitEntries(list, "no_proxy").flatMap(asPatterns))];
}

function networkPatterns(address: string, bits: number): readonly string[] {
  if (bits === 32) return [address];
  if (bits % 8 !== 0 || bits === 0 || bits > 32) return [];
  return [`${address.split(".", bits / 8).join(".")}.*`];
}
