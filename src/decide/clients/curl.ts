import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import type { ProxyScheme } from "../../model/route.ts";
import { type CurlUrl, readCurlUrl } from "./curl-url.ts";
import { isDialable, parseIpv4 } from "./host.ts";
import { nearMisses } from "./near-miss.ts";
import { firstNonEmpty, step } from "./settings.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
const SCHEMES: Readonly<Record<string, ProxyScheme>> = {
  http: "http",
  https: "https",
  socks: "socks4",
  socks4: "socks4",
  socks4a: "socks4a",
  socks5: "socks5",
  socks5h: "socks5h",
};
/** Without a scheme, such a host name makes curl take the proxy for a server of that protocol. */
const GUESSED_SCHEME = /^(ftp|dict|ldap|imap|smtp|pop3)\./i;

/**
 * curl 7.87 to 8.8, the command and libcurl (so git too), as noproxy-semantics 1 and its own sources have it:
 * `lib/url.c`, `lib/noproxy.c`, `lib/urlapi.c` of 7.88.1. Options and `.curlrc` are not modelled.
 */
export const curl: Client = { name: "curl", bypass: "no_proxy", version: "7.88.1", decide };

function decide(environment: Environment, url: string): ClientDecision {
  const target = readCurlUrl(url);
  if ("refusal" in target) return invalid(`curl refuses the URL: it ${target.refusal}`, []);
  const scheme = target.scheme ?? "http";
  const proxy = firstNonEmpty(environment, proxyVariables(scheme));
  if (proxy === undefined) return { route: "direct", because: [] };
  const exceptions = firstNonEmpty(environment, ["no_proxy", "NO_PROXY"]);
  const entry = entriesOf(exceptions).find((each) => excludes(each, target));
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const port = target.port ?? DEFAULT_PORTS[scheme] ?? 0;
  return throughProxy(proxy, nearMisses(exceptions, target.host, port));
}

/** `HTTP_PROXY` is missing on purpose: a web server's request header could set it (httpoxy). */
function proxyVariables(scheme: string): readonly string[] {
  const upper = scheme === "http" ? [] : [`${scheme.toUpperCase()}_PROXY`];
  return [`${scheme}_proxy`, ...upper, "all_proxy", "ALL_PROXY"];
}

/** Blanks separate as well as commas. `*` is special only as the whole value. */
function entriesOf(exceptions: Variable | undefined): readonly string[] {
  if (exceptions?.value === "*") return ["*"];
  return (exceptions?.value ?? "").split(/[ \t,]+/).filter((entry) => entry !== "" && entry !== "*");
}

function excludes(entry: string, target: CurlUrl): boolean {
  if (entry === "*") return true;
  if (parseIpv4(target.host) !== undefined) return holdsAddress(entry, target.host);
  // An IPv6 address is compared like a name: its case for addresses is never reached before 8.18.
  const host = target.host.toLowerCase().replace(/\.$/, "");
  const name = entry.toLowerCase().replace(/\.$/, "").replace(/^\./, "");
  return host === name || host.endsWith(`.${name}`);
}

/** `addr[/bits]`; bits that are missing, zero or no number mean the one address. */
function holdsAddress(entry: string, host: string): boolean {
  if (entry.length >= 128) return false;
  const [written = "", rest = ""] = entry.split(/\/(.*)/s);
  const network = parseIpv4(written);
  const bits = Number(/^\s*([+-]?\d+)/.exec(rest)?.[1] ?? 0);
  const address = parseIpv4(host);
  if (network === undefined || address === undefined || bits < 0 || bits > 32) return false;
  return address.match([network, bits === 0 ? 32 : bits]);
}

function throughProxy(variable: Variable, near: readonly Because[]): ClientDecision {
  const refuse = (why: string) => invalid(`curl stops: ${why}`, [step(variable, "breaks"), ...near]);
  const value = readCurlUrl(variable.value);
  if ("refusal" in value) return refuse(`the proxy ${value.refusal}`);
  const guessed = value.scheme === undefined ? GUESSED_SCHEME.exec(value.host)?.[1] : undefined;
  const scheme = Object.hasOwn(SCHEMES, value.scheme ?? "http") ? SCHEMES[value.scheme ?? "http"] : undefined;
  if (scheme === undefined || guessed !== undefined) return refuse("the proxy has an unsupported scheme");
  const port = value.port ?? (scheme === "https" ? 443 : 1080);
  if (port === 0) return refuse("the proxy has port 0, which cannot be called");
  if (!isDialable(value.host)) return refuse("the proxy's host can be no host name");
  const username = value.username === undefined ? {} : { username: value.username };
  const proxy = { scheme, host: value.host.toLowerCase(), port, ...username };
  return { route: "proxy", proxy, because: [step(variable, "proxies"), ...near] };
}

function invalid(why: string, because: readonly Because[]): ClientDecision {
  return { route: "invalid", why, because };
}
