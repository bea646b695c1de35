import { parseIpv6, percentDecode, toAscii } from "../common/host.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ftps: 21 };

/**
 * A URL, or a proxy's value, as wget's parser reads it. `host` is in lower case, without brackets, an IDN in its
 * ASCII form. `username` is still percent-encoded, and absent where no password stands beside it: wget then
 * sends neither.
 */
export type WgetUrl = {
  readonly scheme: string;
  readonly username?: string;
  readonly host: string;
  readonly port: number;
};

/** Why wget refuses a value; a phrase without a subject ("has no host"). */
export type Refusal = { readonly refusal: string };

/** Reads a value of any spelling that wget takes (wget 1.21.3 `src/url.c`, `url_parse`). */
export function readWgetUrl(text: string): WgetUrl | Refusal {
  const [start, scheme = ""] = /^(https?|ftps?):\/\//i.exec(text) ?? [];
  const rest = start === undefined ? expandShorthand(text) : { scheme: scheme.toLowerCase(), text };
  if ("refusal" in rest) return rest;
  // Of what wget does not escape first, only these are in no user name or password (ed0c7c7e, which
  // distributions carry into older versions; before it, `;` was in none either).
  const afterScheme = rest.text.slice(rest.text.indexOf("://") + 3);
  const userinfo = /^([^@/?#[\]]*)@/.exec(afterScheme)?.[1];
  const authority = userinfo === undefined ? afterScheme : afterScheme.slice(userinfo.length + 1);
  const place = readHostAndPort(authority.split(/[/?#]/, 1)[0] ?? "", DEFAULT_PORTS[rest.scheme] ?? 0);
  if ("refusal" in place) return place;
  if (userinfo !== undefined && /^(:|$)/.test(userinfo)) return { refusal: "has an empty user name" };
  const colon = userinfo?.indexOf(":") ?? -1;
  return {
    scheme: rest.scheme,
    ...place,
    ...(colon < 0 ? {} : { username: userinfo?.slice(0, colon) ?? "" }),
  };
}

/** `name` and `name:digits` are short for HTTP, `name:path` for FTP (`rewrite_shorthand_url`). */
function expandShorthand(text: string): { readonly scheme: string; readonly text: string } | Refusal {
  const at = text.search(/[:/]/);
  if (at === 0) return { refusal: "has no scheme" };
  if (text.startsWith("://", at)) return { refusal: "has an unknown scheme" };
  if (at < 0 || text[at] === "/" || /^:\d+(\/|$)/.test(text.slice(at))) {
    return { scheme: "http", text: `http://${text}` };
  }
  return { scheme: "ftp", text: `ftp://${text.slice(0, at)}/${text.slice(at + 1)}` };
}

function readHostAndPort(text: string, defaultPort: number): Pick<WgetUrl, "host" | "port"> | Refusal {
  const bracketed = text.startsWith("[");
  const end = text.indexOf(bracketed ? "]" : ":");
  if (bracketed && end < 0) return { refusal: "has an IPv6 address without its closing bracket" };
  const split = end < 0 ? text.length : end + Number(bracketed);
  const host = bracketed ? readIpv6(text.slice(1, end)) : readName(text.slice(0, split));
  if (typeof host === "object") return host;
  const digits = /^(?::(\d*))?$/.exec(text.slice(split));
  const port = Number(digits?.[1] || defaultPort);
  if (digits === null || port > 65_535) return { refusal: "has a port that is no number up to 65535" };
  return { host, port };
}

function readIpv6(text: string): string | Refusal {
  return parseIpv6(text) === undefined ? { refusal: "has a malformed IPv6 address" } : text.toLowerCase();
}

function readName(text: string): string | Refusal {
  const name = percentDecode(text).toLowerCase();
  if (name === "") return { refusal: "has no host" };
  for (const character of name) {
    if (character < " " || character === "\u007f") return { refusal: "has a control character in its host" };
  }
  return toAscii(name);
}
