import { parseIpv4, parseIpv6, toAscii } from "../common/host.ts";

/**
 * A URL as urllib3 takes it apart. `host` carries no brackets; it is absent where nothing stands between `//` and
 * the path, and empty where only a user or a port does.
 */
export type Urllib3Url = {
  readonly scheme?: string;
  /** `user[:password]`, as written. */
  readonly auth?: string;
  readonly host?: string;
  readonly port?: number;
};

/**
 * Reads a URL whose scheme may be missing (urllib3 1.26 and 2 `util/url.py`, `parse_url`). Only a name without
 * dots passes for a scheme where no `//` follows: `proxy:3128` is of the scheme `proxy`. `undefined` where
 * urllib3 refuses it.
 */
export function parseUrllib3Url(text: string): Urllib3Url | undefined {
  const url = /^(?:[a-z][a-z0-9+-]*:|\/)/i.test(text) ? text : `//${text}`;
  const [, scheme, authority = ""] = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^\\/?#]*))?/i.exec(url) ?? [];
  const at = authority.lastIndexOf("@");
  const place = authority === "" ? {} : readHostAndPort(authority.slice(at + 1));
  return (
    place && {
      ...place,
      ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }),
      ...(at < 1 ? {} : { auth: authority.slice(0, at) }),
    }
  );
}

function readHostAndPort(text: string): Pick<Urllib3Url, "host" | "port"> | undefined {
  // The patterns of Python end before a last newline too.
  const match = /^(?:\[([^[\]]*)\]\n?|((?:[^[\]%:/?#]|%[0-9a-f]{2})*))(?::(\d{0,5})\n?)?$/i.exec(text);
  const port = Number(match?.[3] || Number.NaN);
  if (match === null || port > 65_535) return undefined;
  const host = match[1] === undefined ? readName(match[2] ?? "") : readIpv6(match[1]);
  return host === undefined ? undefined : { host, ...(Number.isNaN(port) ? {} : { port }) };
}

/** Names in lower case and in their ASCII form. */
function readName(text: string): string | undefined {
  if (parseIpv4(text) !== undefined) return text;
  const name = toAscii(text).toLowerCase();
  return /[^\p{ASCII}]/u.test(name) ? undefined : name;
}

function readIpv6(text: string): string | undefined {
  const [, address = "", zone] = /^([^%]*)(?:%(?:25(?=.))?(.+))?$/s.exec(text) ?? [];
  if (parseIpv6(address) === undefined) return undefined;
  return `${address.toLowerCase()}${zone === undefined ? "" : `%${zone}`}`;
}
