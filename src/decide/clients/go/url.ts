import { percentDecode } from "../common/host.ts";
import { atLeast } from "../common/version.ts";

/**
 * What Go's `url.Parse` makes of a text, as far as a proxy or a request needs it (Go 1.19 and 1.23 `net/url/url.go`).
 * `scheme` is in lower case and may be empty, `host` may carry a port, `username` is still percent-encoded.
 */
export type GoUrl = { readonly scheme: string; readonly host: string; readonly username?: string };

/** `undefined` where `url.Parse` returns an error. */
export function parseGoUrl(text: string, version: string): GoUrl | undefined {
  const [beforeFragment = "", fragment = ""] = splitAt(text, "#");
  if (atLeast(version, "1.12") && holdsControl(beforeFragment)) return undefined;
  if (holdsBadEscape(fragment)) return undefined;
  const start = /^([a-z][a-z0-9+.-]*):/i.exec(beforeFragment);
  const scheme = start?.[1]?.toLowerCase() ?? "";
  const [rest] = splitAt(beforeFragment.slice(start?.[0].length ?? 0), "?");
  if (!rest.startsWith("/")) {
    // What follows a scheme without a slash is opaque: no host, and nothing in it is checked.
    if (scheme !== "") return { scheme, host: "" };
    if (splitAt(rest, "/")[0].includes(":") || holdsBadEscape(rest)) return undefined;
    return { scheme, host: "" };
  }
  const hasAuthority = rest.startsWith("//");
  if (!hasAuthority) return holdsBadEscape(rest) ? undefined : { scheme, host: "" };
  const [authority, path] = splitAt(rest.slice(2), "/");
  const read = holdsBadEscape(path) ? undefined : readAuthority(authority, version);
  return read && { scheme, ...read };
}

/** Host and port of a URL's `host`: `Hostname()`, without brackets, and `Port()`, empty where none is written. */
export function splitGoHost(host: string): { readonly host: string; readonly port: string } {
  const match = /^(.*):(\d*)$/s.exec(host);
  const name = match?.[1] ?? host;
  return { host: /^\[.*\]$/s.test(name) ? name.slice(1, -1) : name, port: match?.[2] ?? "" };
}

function splitAt(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function holdsControl(text: string): boolean {
  for (const character of text) if (character < " " || character === "\u007f") return true;
  return false;
}

function holdsBadEscape(text: string): boolean {
  return /%(?![0-9a-f]{2})/i.test(text);
}

/** The last `@` ends the user name and password. */
function readAuthority(authority: string, version: string): Omit<GoUrl, "scheme"> | undefined {
  const at = authority.lastIndexOf("@");
  const userinfo = authority.slice(0, Math.max(at, 0));
  const host = authority.slice(at + 1);
  if (!isHost(host, version) || holdsBadEscape(userinfo)) return undefined;
  // Before 1.9.3 a user name and a password may be of any characters.
  if (atLeast(version, "1.9.3") && !/^[\w\-.:~!$&'()*+,;=%@]*$/.test(userinfo)) return undefined;
  const username = at < 0 ? {} : { username: splitAt(userinfo, ":")[0] };
  return { host: percentDecode(host), ...username };
}

function isHost(text: string, version: string): boolean {
  const bracketed = text.startsWith("[");
  if (bracketed && !text.includes("]")) return false;
  const end = bracketed ? text.lastIndexOf("]") + 1 : text.lastIndexOf(":");
  const port = end < 0 ? "" : text.slice(end);
  // Before 1.12.8 only an address within brackets has its port looked at.
  if ((bracketed || atLeast(version, "1.12.8")) && !/^(:\d*)?$/.test(port)) return false;
  // Odd characters such as `<` and `"` are let through; of the ASCII ones only `%25` may be escaped.
  if (/%(?!25|[89a-f][0-9a-f])/i.test(text)) return false;
  return !/[\p{ASCII}]/u.test(text.replace(/[\w\-.~!$&'()*+,;=:[\]<>"%]/g, ""));
}
