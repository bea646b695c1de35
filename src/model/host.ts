/** Longest name and longest label, in characters (RFC 1035, section 2.3.4). */
const LONGEST_NAME = 253;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}_-]{1,63}(?<!-)$/u;
const OCTET = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/**
 * A host as sockets take it, without brackets and without the dot of a full name; `undefined` where the text is
 * neither an address nor a name. What ends in a number is an address or nothing: `127.1` is no name.
 */
export function readHost(text: string): string | undefined {
  const bracketed = /^\[(.*)\]$/.exec(text)?.[1];
  const address = bracketed ?? text;
  if (isIpv6(address)) return address;
  if (bracketed !== undefined) return undefined;
  const name = text.replace(/\.$/, "");
  const labels = name.split(".");
  if (/^(\d+|0x[\da-f]*)$/i.test(labels.at(-1) ?? "")) return isIpv4(labels) ? name : undefined;
  return name.length <= LONGEST_NAME && labels.every((label) => LABEL.test(label)) ? name : undefined;
}

/** A host as it stands in a URL: an IPv6 address in brackets. */
export function hostInUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function isIpv4(parts: readonly string[]): boolean {
  return parts.length === 4 && parts.every((part) => OCTET.test(part));
}

function isIpv6(text: string): boolean {
  return /^[\da-f:.]*:[\da-f:.]*$/i.test(text) && URL.canParse(`http://[${text}]/`);
}
