import { atLeast } from "../common/version.ts";
import { parseOldUrllib3Url } from "./old-urllib3-url.ts";
import { parseUrllib3Url, type Urllib3Url } from "./urllib3-url.ts";

/**
 * A proxy's value as requests reads it (`requests/adapters.py`, `get_connection`); `undefined` where it refuses.
 *
 * @param version of requests: 2.2 wants a scheme, and until 2.26 it puts one in front by the rules of `urlparse`
 */
export function readRequestsProxy(value: string, version: string): Urllib3Url | undefined {
  if (atLeast(version, "2.27")) return parseUrllib3Url(value);
  if (!atLeast(version, "2.3")) return /^https?:\/\//.test(value) ? parseOldUrllib3Url(value) : undefined;
  const url = withScheme(value, version);
  const proxy = atLeast(version, "2.22") ? parseUrllib3Url(url) : parseOldUrllib3Url(url);
  // `proxy.corp://3128` has a scheme for `urlparse` and none for urllib3.
  return proxy?.scheme === undefined ? undefined : proxy;
}

/**
 * `urlparse` drops line ends, tabs and, of late, leading blanks. Until Python 3.9, nothing that only digits
 * follow is a scheme to it; 2.25 is the requests of Python 3.9 and 3.10.
 */
function withScheme(value: string, version: string): string {
  const text = (atLeast(version, "2.22") ? value.replace(/^[\0- ]+/, "") : value).replace(/[\t\r\n]/g, "");
  const pattern = atLeast(version, "2.25") ? /^([a-z0-9+.-]+):/i : /^([a-z0-9+.-]+):(?!\d+$)/i;
  const [start = "", scheme = "http"] = pattern.exec(text) ?? [];
  const rest = text.slice(start.length);
  return `${scheme}:${rest.startsWith("//") ? "" : "//"}${rest}`;
}
