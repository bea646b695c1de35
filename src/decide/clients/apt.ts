import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { aptProxy, namesNoProxy, usernameOf } from "./apt/proxy.ts";
import { aptException, aptProxySettings } from "./apt/settings.ts";
import { type AptUri, EMPTY_URI, readAptUri } from "./apt/uri.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstNonEmpty, step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * apt 1.0 (as Ubuntu 14.04 patched it) to 2.8, as noproxy-semantics 3 and its own sources have it. Options of
 * apt.conf stand in the environment under their names there (`Acquire::http::Proxy`). Not modelled: `auth.conf`,
 * and `Acquire::http::Proxy-Auto-Detect` (or `ProxyAutoDetect`), a program that names a proxy for each host.
 */
export const apt: Client = {
  name: "apt",
  bypass: "no_proxy",
  version: "2.6.1",
  decide,
  // Only Basic is sent (`methods/http.cc`; 2.6.1, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = apt.version): ClientDecision {
  const target = readAptUri(url, version);
  const usualPort = Object.hasOwn(PORTS, target.access) ? PORTS[target.access] : undefined;
  if (usualPort === undefined || target.host === "") {
    return { route: "invalid", why: "apt refuses the URL", because: [] };
  }
  const settings = aptProxySettings(environment, target, version);
  const setting = settings.at(-1);
  if (setting === undefined) return { route: "direct", because: [] };
  const proxy = settings.reduce((before, { value }) => readAptUri(value, version, before), EMPTY_URI);
  const exceptions = firstNonEmpty(environment, ["no_proxy"]);
  const entry = aptException(exceptions, target.host);
  if (exceptions !== undefined && entry !== undefined && setting.value !== "") {
    return withoutProxy(target, proxy, version, [step(exceptions, "bypasses", entry)]);
  }
  if (namesNoProxy(proxy, target, version)) {
    return withoutProxy(target, proxy, version, idle(settings, setting));
  }
  const near = nearMisses(exceptions, target.host, target.port || usualPort);
  const endpoint = aptProxy(proxy, target, version);
  if (typeof endpoint === "string") {
    return { route: "invalid", why: `apt stops: ${endpoint}`, because: [step(setting, "breaks"), ...near] };
  }
  return { route: "proxy", proxy: endpoint, because: [step(setting, "proxies"), ...near] };
}

/** A value that names no host is no error. `DIRECT` and, for https, an empty variable are meant so. */
function idle(settings: readonly Variable[], setting: Variable): readonly Because[] {
  if (setting.value !== "") return [step(setting, setting.value === "DIRECT" ? "bypasses" : "breaks")];
  return settings.some(({ value }) => value !== "") ? [step(setting, "bypasses")] : [];
}

/** From 1.6, if the host of an https URL is the very host of the proxy that is given up, it gets a CONNECT. */
function withoutProxy(
  target: AptUri,
  proxy: AptUri,
  version: string,
  because: readonly Because[],
): ClientDecision {
  const isItself = target.access === "https" && proxy.host === target.host && atLeast(version, "1.6");
  if (!isItself) return { route: "direct", because };
  const endpoint = { scheme: "http", host: target.host.toLowerCase(), port: target.port || 443 } as const;
  return { route: "proxy", proxy: { ...endpoint, ...usernameOf(proxy) }, because };
}
