import type { Urllib3Url } from "./urllib3-url.ts";

/**
 * A URL that has a scheme, as urllib3 before 1.25 takes it apart (`util/url.py`, `parse_url`): all but the port
 * passes unchecked, and a backslash is nothing special. `undefined` where the port is no number.
 */
export function parseOldUrllib3Url(url: string): Urllib3Url | undefined {
  const [, scheme = "", authority = ""] = /^([^:]+):\/\/([^/?#]*)/.exec(url) ?? [];
  const at = authority.lastIndexOf("@");
  const place = authority.slice(at + 1);
  const [, host, port = ""] = /^(\[[^\]]*\]|[^:[]*)(?::(\d*))?$/.exec(place) ?? [];
  if (host === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase(),
    host: host.replace(/^\[|\]$/g, ""),
    ...(port === "" ? {} : { port: Number(port) }),
    ...(at < 0 ? {} : { auth: authority.slice(0, at) }),
  };
}
