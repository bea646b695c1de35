import type { Because } from "../../../model/client.ts";
import { cidrHolds, parseCidr, parseIp, sameIp, toAscii } from "./host.ts";
import { step } from "./settings.ts";

/** No host name, address or network is longer; what is longer looks like none of them. */
const LONGEST_ENTRY = 300;

/**
 * The pieces of a list that a person would take for a match, whatever separates them. To be asked only where
 * the client itself found none.
 *
 * @param host without brackets
 */
export function nearMisses(
  setting: { readonly name: string; readonly origin: string; readonly value: string } | undefined,
  host: string,
  port: number,
): readonly Because[] {
  if (setting === undefined) return [];
  const pieces = new Set(setting.value.split(/[\s,;|]/));
  return [...pieces]
    .filter((piece) => looksLikeMatch(piece, toAscii(host.toLowerCase()), port))
    .map((piece) => step(setting, "nearly-bypasses", piece));
}

function looksLikeMatch(piece: string, host: string, port: number): boolean {
  if (piece.length > LONGEST_ENTRY) return false;
  const entry = piece
    .toLowerCase()
    .replace(/^["'`]+|["'`]+$/g, "")
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const address = parseIp(host);
  const network = parseCidr(entry.replace(/[[\]]/g, ""));
  if (network !== undefined && address !== undefined) return cidrHolds(network, address);
  const { name, otherPort } = withoutPort(entry.replace(/\/.*$/, ""), port);
  if (name === "" || otherPort) return false;
  const other = parseIp(name);
  if (other !== undefined) return address !== undefined && sameIp(address, other);
  if (address !== undefined && /^\d+(\.\d+){0,2}\.?$/.test(name)) {
    return host.startsWith(`${name.replace(/\.$/, "")}.`);
  }
  return matchesAsName(toAscii(name), host);
}

/** An entry without the port and brackets it may carry, and whether that port is another than the URL's. */
function withoutPort(entry: string, port: number): { readonly name: string; readonly otherPort: boolean } {
  const match = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d*|\*))?$/.exec(entry);
  if (match === null) return { name: entry, otherPort: false };
  const written = match[3] ?? "";
  const otherPort = /\d/.test(written) && Number(written) !== port;
  return { name: match[1] ?? match[2] ?? "", otherPort };
}

function matchesAsName(name: string, host: string): boolean {
  const wanted = host.replace(/\.+$/, "");
  const domain = name.replace(/^[*.]+/, "").replace(/\.+$/, "");
  if (domain !== "" && (wanted === domain || wanted.endsWith(`.${domain}`))) return true;
  return name.includes("*") && matchesGlob(name, wanted);
}

/** `*` stands for anything. Without a regular expression: a list of many stars must not cost time. */
function matchesGlob(glob: string, text: string): boolean {
  const parts = glob.split("*");
  const first = parts.shift() ?? "";
  const last = parts.pop() ?? "";
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  let rest = text.slice(first.length, text.length - last.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return true;
}
