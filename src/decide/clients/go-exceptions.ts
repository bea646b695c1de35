import { cidrHolds, type Ip, parseCidr, parseIp, sameIp, toAscii } from "./host.ts";

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
export function goException(value: string, address: GoAddress): string | undefined {
  const entries = value.split(",").map((entry) => entry.trim());
  const host = address.host.toLowerCase();
  const ip = parseIp(address.host);
  return entries.includes("*")
    ? "*"
    : entries.find((entry) => excludes(entry.toLowerCase(), host, ip, address.port));
}

function excludes(entry: string, host: string, ip: Ip | undefined, port: string): boolean {
  const network = parseCidr(entry);
  if (network !== undefined) return ip !== undefined && cidrHolds(network, ip);
  const { name, only } = splitPort(entry);
  if (name === "" || (only !== "" && only !== port)) return false;
  const address = parseIp(name);
  if (address !== undefined) return ip !== undefined && sameIp(address, ip);
  // Domains are tried on addresses too: `1.5` covers 10.0.1.5 (until 1.23.7).
  const domain = toAscii(name.replace(/^\*\./, "."));
  return domain.startsWith(".") ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

/** `host:port` and `[v6]:port`, as `net.SplitHostPort` splits them; what it refuses is a name as a whole. */
function splitPort(entry: string): { readonly name: string; readonly only: string } {
  const match = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(entry);
  return match === null
    ? { name: entry, only: "" }
    : { name: match[1] ?? match[2] ?? "", only: match[3] ?? "" };
}
