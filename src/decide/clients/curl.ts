import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstNonEmpty, step } from "./common/settings.ts";
import { curlException } from "./libcurl/exceptions.ts";
import { readCurlProxy } from "./libcurl/proxy.ts";
import { readCurlUrl } from "./libcurl/url.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * The curl command, as noproxy-semantics 1 and its own sources have it: `lib/url.c`, `lib/noproxy.c` and
 * `lib/urlapi.c`. Options and `.curlrc` are not modelled.
 */
export const curl: Client = { name: "curl", bypass: "no_proxy", version: "7.88.1", decide };

function decide(environment: Environment, url: string, version = curl.version): ClientDecision {
  const target = readCurlUrl(url);
  if ("refusal" in target) return invalid(`curl refuses the URL: it ${target.refusal}`, []);
  const scheme = target.scheme ?? "http";
  const proxy = firstNonEmpty(environment, proxyVariables(scheme));
  if (proxy === undefined) return { route: "direct", because: [] };
  const exceptions = firstNonEmpty(environment, ["no_proxy", "NO_PROXY"]);
  const entry = exceptions && curlException(exceptions.value, target, version);
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

function throughProxy(variable: Variable, near: readonly Because[]): ClientDecision {
  const proxy = readCurlProxy(variable.value, "http");
  return "refusal" in proxy
    ? invalid(`curl stops: ${proxy.refusal}`, [step(variable, "breaks"), ...near])
    : { route: "proxy", proxy, because: [step(variable, "proxies"), ...near] };
}

function invalid(why: string, because: readonly Because[]): ClientDecision {
  return { route: "invalid", why, because };
}
