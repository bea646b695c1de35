import { isDialable } from "../common/host.ts";

/**
 * The address of a URL as Node's libraries compare it with exceptions. `host` is WHATWG's: in lower case, an
 * IPv4 address in four decimal numbers, an IDN in its ASCII form, IPv6 in its shortest form and within brackets.
 */
export type NodeTarget = {
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly port: number;
};

/** `undefined` where the text is no `http:` or `https:` URL. */
export function targetOf(url: URL | undefined): NodeTarget | undefined {
  if (url?.protocol !== "http:" && url?.protocol !== "https:") return undefined;
  const scheme = url.protocol === "http:" ? "http" : "https";
  return { scheme, host: url.hostname, port: Number(url.port) || (scheme === "http" ? 80 : 443) };
}

/** Whether `decodeURIComponent` takes a text; both libraries give it the user name and password of a proxy. */
export function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The host and port at which a proxy is dialled. To SOCKS both libraries hand an IPv6 address within its
 * brackets, which no resolver takes; and there, port 0 is the usual one, and no host is this machine.
 */
export function dialledAt(url: URL): { readonly host: string; readonly port: number } {
  const host = url.hostname.toLowerCase() || "localhost";
  if (url.protocol !== "http:" && url.protocol !== "https:") return { host, port: Number(url.port) || 1080 };
  const usual = url.protocol === "http:" ? 80 : 443;
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(url.port || usual) };
}

/** Why no call can be made to a proxy; a phrase about it, or `undefined` where one can. */
export function dialFault({ host, port }: ReturnType<typeof dialledAt>): string | undefined {
  if (!isDialable(host)) return "its host can be no host name";
  return port === 0 ? "port 0 cannot be called" : undefined;
}
