import type { Because, ClientDecision, Environment, Variable } from "../../../model/client.ts";
import { nearMisses } from "../common/near-miss.ts";
import { firstNonEmpty, step } from "../common/settings.ts";
import { atLeast } from "../common/version.ts";
import { curlException } from "./exceptions.ts";
import { readCurlProxy } from "./proxy.ts";
import { readCurlUrl } from "./url.ts";

/** What a program tells libcurl itself (`CURLOPT_PROXY` and `CURLOPT_NOPROXY`), be it nothing. */
export type LibcurlOptions = { readonly proxy?: Variable; readonly exceptions?: Variable };

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * The way libcurl goes (`create_conn_helper_init_proxy` of its `lib/url.c`): options come before the environment, and
 * an empty one hides it.
 */
export function libcurlRoute(
  options: LibcurlOptions,
  environment: Environment,
  url: string,
  version: string,
): ClientDecision {
  const target = readCurlUrl(url);
  if ("refusal" in target) return invalid(`curl refuses the URL: it ${target.refusal}`, []);
  const scheme = target.scheme ?? "http";
  const proxy = options.proxy ?? firstNonEmpty(environment, proxyVariables(scheme));
  if (proxy === undefined) return { route: "direct", because: [] };
  if (proxy.value === "") return { route: "direct", because: [step(proxy, "bypasses")] };
  const lists = exceptionLists(options, environment, version);
  for (const list of lists) {
    const entry = curlException(list.value, target, version);
    if (entry !== undefined) return { route: "direct", because: [step(list, "bypasses", entry)] };
  }
  const port = target.port ?? DEFAULT_PORTS[scheme] ?? 0;
  return throughProxy(
    proxy,
    lists.flatMap((list) => nearMisses(list, target.host, port)),
  );
}

/** Before 7.53, the environment's list spared no host from the option's proxy, and the option's list did not hide it. */
function exceptionLists(
  { proxy, exceptions }: LibcurlOptions,
  environment: Environment,
  version: string,
): readonly Variable[] {
  const inherited = firstNonEmpty(environment, ["no_proxy", "NO_PROXY"]);
  const lists = atLeast(version, "7.53")
    ? [exceptions ?? inherited]
    : [exceptions, proxy === undefined ? inherited : undefined];
  return lists.filter((list) => list !== undefined);
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
