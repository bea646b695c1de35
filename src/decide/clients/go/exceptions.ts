import { cidrHolds, type Ip, parseCidr, parseIp, sameIp, toAscii } from "../common/host.ts";
import { atLeast } from "../common/version.ts";
import { plainException } from "./plain-exceptions.ts";

/** The address a Go program calls: `host` without brackets, in its ASCII form; `port` always written. */
export type GoAddress = { readonly host: string; readonly port: string };

/** What spares an address that is this machine itself from the proxy, with no setting at all. */
export function builtInException({ host }: GoAddress): string | undefined {
  if (host === "localhost") return "localhost";
  const address = parseIp(host);
  if (address?.range() !== "loopback") return undefined;
  return address.kind() === "ipv4" ? "127.0.0.0/8" : "::1";
}

/** The entry of a `NO_PROXY` value that spares an address from the proxy, as it is written there. */
export function goException(value: string, address: GoAddress, version: string): string | undefined {
  if (!atLeast(version, "1.11")) return plainException(value, address.host);
  const entries = value.split(",").map((entry) => entry.trim());
  const compared = comparedAs(address, version);
  return entries.includes("*")
    ? "*"
    : entries.find((entry) => excludes(entry.toLowerCase(), compared, version));
}

/** The two ways in which an address is looked for: as a network address and as a name, one of them or both. */
type Compared = { readonly ip: Ip | undefined; readonly name: string | undefined; readonly port: string };

/**
 * Until 1.23.6 and 1.24.0 an address is also tried as a name, so that `1.5` covers 10.0.1.5, and one that has
 * a zone is tried as nothing else (CVE-2025-22870).
 */
function comparedAs({ host, port }: GoAddress, version: string): Compared {
  const isRepaired = atLeast(version, "1.24.1") || (atLeast(version, "1.23.7") && !atLeast(version, "1.24"));
  const ip = parseIp(isRepaired ? host.replace(/^([^%]*:[^%]*)%.+$/s, "$1") : host);
  const name = isRepaired && ip !== undefined ? undefined : host.toLowerCase();
  return { ip, name, port };
}

function excludes(entry: string, { ip, name, port }: Compared, version: string): boolean {
  const network = parseCidr(entry);
  if (network !== undefined) return ip !== undefined && cidrHolds(network, ip);
  const { host, only } = splitPort(entry);
  if (host === "" || (only !== "" && only !== port)) return false;
  const address = parseIp(host);
  if (address !== undefined) return ip !== undefined && sameIp(address, ip);
  const written = host.replace(/^\*\./, ".");
  // Before 1.18 an entry stays as it is written, and the host it is compared with does not.
  const domain = atLeast(version, "1.18") ? toAscii(written) : written;
  if (name === undefined) return false;
  return domain.startsWith(".") ? name.endsWith(domain) : name === domain || name.endsWith(`.${domain}`);
}

/** `host:port` and `[v6]:port`, as `net.SplitHostPort` splits them; what it refuses is a name as a whole. */
function splitPort(entry: string): { readonly host: string; readonly only: string } {
  const match = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(entry);
  return match === null
    ? { host: entry, only: "" }
    : { host: match[1] ?? match[2] ?? "", only: match[3] ?? "" };
}
