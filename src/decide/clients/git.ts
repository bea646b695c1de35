import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import type { ProxyEndpoint, ProxyScheme } from "../../model/route.ts";
import { percentDecode } from "./common/host.ts";
import { nearMisses } from "./common/near-miss.ts";
import { step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { curl } from "./curl.ts";
import { gitLogins } from "./git/logins.ts";
import { ownProxy } from "./git/own-proxy.ts";
import { curlException } from "./libcurl/exceptions.ts";
import { readCurlProxy } from "./libcurl/proxy.ts";
import { libcurlRoute } from "./libcurl/route.ts";
import { type Refusal, readCurlUrl } from "./libcurl/url.ts";

/** The libcurl that Debian and Ubuntu ship beside a git; it compares the exceptions. */
const LIBCURL: readonly { readonly git: string; readonly libcurl: string }[] = [
  { git: "2.47", libcurl: "8.14.1" },
  { git: "2.43", libcurl: "8.5.0" },
  { git: "2.39", libcurl: "7.88.1" },
  { git: "2.34", libcurl: "7.81.0" },
  { git: "2.30", libcurl: "7.74.0" },
  { git: "2.25", libcurl: "7.68.0" },
  { git: "2.17", libcurl: "7.58.0" },
  { git: "0", libcurl: "7.47.0" },
];

/**
 * git over HTTP. Since 2.8 it reads the variables itself, takes the proxy's host out of the value, and hands
 * libcurl the rest to do (`get_curl_handle` in git's `http.c`); before, libcurl did it all. The setting
 * `http.proxy` of its configuration comes first, under that name, or as `http.<url>.proxy`; that of one remote is not
 * modelled.
 */
export const git: Client = {
  name: "git",
  bypass: "no_proxy",
  version: "2.39.5",
  decide,
  logins: (offered, version = git.version) => gitLogins(offered, version),
};

function decide(environment: Environment, url: string, version = git.version): ClientDecision {
  const libcurl = LIBCURL.find((each) => atLeast(version, each.git))?.libcurl ?? curl.version;
  const configured = ownProxy(environment, url);
  if (!atLeast(version, "2.8")) {
    return libcurlRoute(configured === undefined ? {} : { proxy: configured }, environment, url, libcurl);
  }
  const target = readCurlUrl(url);
  if ("refusal" in target)
    return { route: "invalid", why: `git refuses the URL: it ${target.refusal}`, because: [] };
  const isHttps = target.scheme === "https";
  const own = isHttps ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"];
  const variable = configured ?? firstSet(environment, [...own, "all_proxy", "ALL_PROXY"]);
  // An empty variable is one: no other is asked.
  if (variable === undefined || variable.value === "") {
    return { route: "direct", because: configured === undefined ? [] : [step(configured, "bypasses")] };
  }
  const proxy = readProxy(variable.value);
  // A value that names no host is the same to libcurl as an empty one.
  if (proxy === "none") return { route: "direct", because: [step(variable, "bypasses")] };
  if ("fatal" in proxy) return stopped(proxy.fatal, variable, []);
  const exceptions = firstSet(environment, ["no_proxy", "NO_PROXY"]);
  const entry = exceptions && curlException(exceptions.value, target, libcurl);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const near = nearMisses(exceptions, target.host, target.port ?? (isHttps ? 443 : 80));
  return "refusal" in proxy
    ? stopped(proxy.refusal, variable, near)
    : { route: "proxy", proxy, because: [step(variable, "proxies"), ...near] };
}

/** The first of `names` that is set, be it to nothing: an empty variable hides those after it. */
function firstSet(environment: Environment, names: readonly string[]): Variable | undefined {
  return names
    .map((name) => environment.find((variable) => variable.name === name))
    .find((variable) => variable !== undefined);
}

function stopped(why: string, variable: Variable, near: readonly Because[]): ClientDecision {
  return { route: "invalid", why: `git stops: ${why}`, because: [step(variable, "breaks"), ...near] };
}

/** What `credential_from_url` takes for user and host; of the scheme only its beginning is looked at. */
function readProxy(value: string): ProxyEndpoint | Refusal | "none" | { readonly fatal: string } {
  const url = value.includes("://") ? value : `http://${value}`;
  const start = url.indexOf("://") + "://".length;
  if (url.startsWith("://")) return { fatal: "the proxy has no scheme" };
  const authority = url.slice(start).split(/[/?#]/, 1)[0] ?? "";
  const at = authority.indexOf("@");
  if (percentDecode(url).includes("\n")) return { fatal: "the proxy holds a line break" };
  const host = percentDecode(authority.slice(at + 1));
  if (host === "") return "none";
  const read = readCurlProxy(host, typeOf(value));
  const username = at < 0 ? "" : (authority.slice(0, at).split(":", 1)[0] ?? "");
  return "refusal" in read || username === "" ? read : { ...read, username };
}

function typeOf(value: string): ProxyScheme {
  if (value.startsWith("socks5h")) return "socks5h";
  if (value.startsWith("socks5")) return "socks5";
  if (value.startsWith("socks4a")) return "socks4a";
  if (value.startsWith("socks")) return "socks4";
  return value.startsWith("https") ? "https" : "http";
}
