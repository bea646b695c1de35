import { assertNever } from "../model/assert-never.ts";
import { hostInUrl } from "../model/host.ts";
import type { Attempt } from "../model/observation.ts";
import { parseProxyId } from "../model/route.ts";
import { endpointOf, type Target } from "../model/target.ts";

/** What an attempt says on its connection, in order: requests as they stand on the wire, nothing where none is made. */
export function wordsForSent({ target, route }: Attempt): readonly string[] {
  if (route.kind === "direct") return saidTo(target, pathOf);
  const { username, scheme } = parseProxyId(route.proxy);
  const login = username === undefined ? "" : ` with the login of ${username}`;
  const { host, port } = endpointOf(target.url);
  const place = `${hostInUrl(host)}:${port}`;
  const hello = scheme === "https" ? ["TLS with the proxy"] : [];
  switch (route.mode) {
    case "forward":
      return [...hello, ...saidTo(target, whole).map((each) => `${each}${login}`)];
    case "tunnel":
      return [...hello, `CONNECT ${place}${login}`, ...saidTo(target, pathOf)];
    case "socks":
      return [`SOCKS to ${place}${login}`, ...saidTo(target, pathOf)];
    case "pac":
      return ["the script is fetched and asked", ...saidTo(target, pathOf)];
    default:
      return assertNever(route.mode);
  }
}

/** `shown` is the URL of a request as it stands in its first line (RFC 9112, section 3.2). */
function saidTo({ url, exchange }: Target, shown: (url: string) => string): readonly string[] {
  const hello = url.startsWith("https:") && exchange.kind !== "connect" ? ["TLS"] : [];
  switch (exchange.kind) {
    case "http":
      return [...hello, `${exchange.method} ${shown(url)}`];
    case "instance-identity": {
      const token = new URL("/latest/api/token", url).href;
      return [...hello, `PUT ${shown(token)}`, `on a second connection GET ${shown(url)}`];
    }
    case "ssh-banner":
      return ["an SSH identification"];
    case "connect":
      return [];
    default:
      return assertNever(exchange);
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

function whole(url: string): string {
  return url;
}
