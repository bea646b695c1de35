import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import type { ProxyScheme } from "../../model/route.ts";
import { readUrl } from "../../model/url.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstNonEmpty, step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { wildcardException } from "./node/exceptions.ts";
import { canDecode, dialFault, dialledAt, type NodeTarget, targetOf } from "./node/url.ts";

const VERSION = "8.0.2";

/** `socks` is `socks5h`: the proxy looks the name up. */
const SCHEMES: Readonly<Record<string, ProxyScheme>> = {
  "http:": "http",
  "https:": "https",
  "socks:": "socks5h",
  "socks4:": "socks4",
  "socks4a:": "socks4a",
  "socks5:": "socks5",
  "socks5h:": "socks5h",
  "pac+data:": "pac",
  "pac+file:": "pac",
  "pac+ftp:": "pac",
  "pac+http:": "pac",
  "pac+https:": "pac",
};

/**
 * The npm package proxy-agent 6 to 8 with Node's `http` and `https`, which asks proxy-from-env for the proxy
 * (noproxy-semantics 10; `packages/proxy-agent/src/index.ts`, proxy-from-env's `index.js`).
 */
export const nodeProxyAgent: Client = {
  name: "node-proxy-agent",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // Only Basic is sent (`http-proxy-agent` and `https-proxy-agent`; proxy-agent 8, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = targetOf(urlAskedFor(readUrl(url)));
  if (target === undefined) return { route: "invalid", why: "Node refuses the URL", because: [] };
  const named = (...names: readonly string[]) => firstNonEmpty(environment, names.flatMap(bothCases));
  const isOld = !atLeast(version, "8");
  const npm = (name: string) => (isOld ? [`npm_config_${name}`] : []);
  const exceptions = named(...npm("no_proxy"), "no_proxy");
  const own = `${target.scheme}_proxy`;
  const variable = named(...npm(own), own, ...npm("proxy"), "all_proxy");
  if (variable === undefined) return { route: "direct", because: [] };
  const entry = exceptions && wildcardException(exceptions.value, target);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const host = target.host.replace(/^\[|\]$/g, "");
  return throughProxy(variable, target, nearMisses(exceptions, host, target.port));
}

function bothCases(name: string): readonly string[] {
  return [name, name.toUpperCase()];
}

/** The agent puts host and path together once more, so that of `http://example.com//a.example/` it sees `a.example`. */
function urlAskedFor(url: URL | undefined): URL | undefined {
  return url && readUrl(`${url.pathname}${url.search}`, url.origin);
}

/** A value without `://` gets the scheme of the URL: for https, the proxy itself is then spoken to by TLS. */
function throughProxy(variable: Variable, target: NodeTarget, near: readonly Because[]): ClientDecision {
  const { value } = variable;
  const url = readUrl(value.includes("://") ? value : `${target.scheme}://${value}`);
  if (url === undefined) return broken(variable, "it is no URL", near);
  const scheme = Object.hasOwn(SCHEMES, url.protocol) ? SCHEMES[url.protocol] : undefined;
  if (scheme === undefined) return broken(variable, "its scheme is not supported", near);
  const because = [step(variable, "proxies"), ...near];
  if (scheme === "pac") {
    const script = url.href.replace(/^pac\+/, "");
    return { route: "proxy", proxy: { scheme, host: "", port: 0, script }, because };
  }
  const place = dialledAt(url);
  const fault = dialFault(place);
  if (fault !== undefined) return broken(variable, fault, near);
  if (!canDecode(url.username) || !canDecode(url.password)) {
    return broken(variable, "its user name or password has a bad percent sign", near);
  }
  const username = url.username === "" && url.password === "" ? {} : { username: url.username };
  return { route: "proxy", proxy: { scheme, ...place, ...username }, because };
}

function broken(variable: Variable, fault: string, near: readonly Because[]): ClientDecision {
  const why = `proxy-agent cannot use the proxy: ${fault}`;
  return { route: "invalid", why, because: [step(variable, "breaks"), ...near] };
}
