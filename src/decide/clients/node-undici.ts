import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import type { ProxyScheme } from "../../model/route.ts";
import { readUrl } from "../../model/url.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstPresent, step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { undiciException } from "./node/undici-exceptions.ts";
import { canDecode, dialFault, dialledAt, targetOf } from "./node/url.ts";

const VERSION = "7.30.2";

/** SOCKS proxies are given the name to look up, whichever of the two is written. */
const SCHEMES: Readonly<Record<string, ProxyScheme>> = {
  "http:": "http",
  "https:": "https",
  "socks:": "socks5h",
  "socks5:": "socks5h",
};

/**
 * `EnvHttpProxyAgent` of undici 6.14 to 8, which is also the `fetch` of Node 24 with `NODE_USE_ENV_PROXY=1`
 * (noproxy-semantics 9; `lib/dispatcher/env-http-proxy-agent.js` and `proxy-agent.js` of those releases).
 * 8.0.0 and 8.0.1 alone read a value without a scheme; that is not modelled.
 */
export const nodeUndici: Client = {
  name: "node-undici",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // Only Basic is sent (`ProxyAgent` of undici 7, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = targetOf(readUrl(url));
  if (target === undefined) return { route: "invalid", why: "undici refuses the URL", because: [] };
  const named = (lower: string) => firstPresent(environment, namesOf(lower, version));
  const http = notEmpty(named("http_proxy"));
  const https = notEmpty(named("https_proxy"));
  // Both are built before any request is made, so one that cannot be built stops them all.
  for (const variable of [http, https]) {
    const fault = variable && buildFault(variable.value, version);
    if (variable !== undefined && fault !== undefined) return broken(variable, fault, []);
  }
  const variable = target.scheme === "https" ? (https ?? http) : http;
  if (variable === undefined) return { route: "direct", because: [] };
  const exceptions = named("no_proxy");
  const entry = exceptions && undiciException(exceptions.value, target, version);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const host = target.host.replace(/^\[|\]$/g, "");
  return throughProxy(variable, version, nearMisses(exceptions, host, target.port));
}

/** The first that is there counts, even if it is empty. 6.14.0 alone asked for the upper-case one first. */
function namesOf(lower: string, version: string): readonly string[] {
  const names = [lower, lower.toUpperCase()];
  return atLeast(version, "6.14.1") ? names : names.toReversed();
}

function notEmpty(variable: Variable | undefined): Variable | undefined {
  return variable?.value === "" ? undefined : variable;
}

function buildFault(value: string, version: string): string | undefined {
  const url = readUrl(value);
  if (url === undefined) return "it is no URL";
  if (!Object.hasOwn(SCHEMES, url.protocol)) return "its scheme is not supported";
  const isSocks = url.protocol.startsWith("socks");
  if (isSocks && !atLeast(version, "7.23")) return "its scheme is not supported";
  if (!isSocks && (url.pathname !== "/" || url.search !== "" || url.hash !== "")) {
    return "it has more than a host and a port";
  }
  const sent = credentialsOf(url, version);
  return canDecode(`${sent?.username ?? ""}:${sent?.password ?? ""}`)
    ? undefined
    : "its user name or password has a bad percent sign";
}

/** A user name without a password is sent from 8.2 on, and to no SOCKS proxy. */
function credentialsOf(url: URL, version: string): URL | undefined {
  if (url.username === "") return undefined;
  const alone = atLeast(version, "8.2") && !url.protocol.startsWith("socks");
  return url.password !== "" || alone ? url : undefined;
}

function throughProxy(variable: Variable, version: string, near: readonly Because[]): ClientDecision {
  const url = readUrl(variable.value);
  const scheme = url && SCHEMES[url.protocol];
  if (url === undefined || scheme === undefined) return broken(variable, "it is no URL", near);
  const place = dialledAt(url);
  const fault = dialFault(place);
  if (fault !== undefined) return broken(variable, fault, near);
  const sent = credentialsOf(url, version);
  const username = sent === undefined ? {} : { username: sent.username };
  return {
    route: "proxy",
    proxy: { scheme, ...place, ...username },
    because: [step(variable, "proxies"), ...near],
  };
}

function broken(variable: Variable, fault: string, near: readonly Because[]): ClientDecision {
  const why = `undici cannot use the proxy: ${fault}`;
  return { route: "invalid", why, because: [step(variable, "breaks"), ...near] };
}
