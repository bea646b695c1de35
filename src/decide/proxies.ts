import { maskUserinfo } from "../model/authority.ts";
import type { RoutingDecision } from "../model/decision.ts";
import { readHost } from "../model/host.ts";
import { holdsMask, keepMarkers, type Mark } from "../model/mark.ts";
import { maskProxyValue } from "../model/redact.ts";
import {
  PROXY_SCHEMES,
  type Proxy,
  type ProxyEndpoint,
  type ProxyId,
  parseProxyId,
  proxyId,
} from "../model/route.ts";
import { Secret } from "../model/secret.ts";
import type { Setting } from "../model/setting.ts";
import { decidingAmong } from "./deciding-settings.ts";
import { meansNoProxy } from "./means-no-proxy.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
const SOCKS_PORT = 1080;

/** Where a proxy script may lie. */
const SCRIPT_PROTOCOLS: readonly string[] = ["http:", "https:", "file:", "data:"];

/**
 * A proxy as a person means it: `http://` where no scheme is given, the scheme's usual port where none is.
 * `undefined` where no such reading is possible, or none is meant. What each client makes of the value is for its model
 * to say.
 */
export function parseProxyUrl(value: string): ProxyEndpoint | undefined {
  if (meansNoProxy(value)) return undefined;
  if (value.startsWith("pac+")) return scriptAt(value.slice("pac+".length));
  const match = /^(?:([a-z0-9]+):\/\/)?(?:([^:/]*(?::.*)?)@)?(\[[^\]]+\]|[^\s:/]+)(?::(\d{1,5}))?\/?$/i.exec(
    value.trim(),
  );
  const scheme = PROXY_SCHEMES.find((each) => each === (match?.[1] ?? "http").toLowerCase());
  const host = readHost(match?.[3]?.toLowerCase() ?? "");
  if (scheme === undefined || scheme === "pac" || host === undefined) return undefined;
  const port = match?.[4] === undefined ? (DEFAULT_PORTS[scheme] ?? SOCKS_PORT) : Number(match[4]);
  if (port < 1 || port > 65_535) return undefined;
  const username = match?.[2]?.split(":")[0];
  return { scheme, host, port, ...(username === undefined ? {} : { username }) };
}

/**
 * A script of which the engine can fetch the URL. One with a login or a query, where a token may stand, is refused: the
 * URL names the proxy in reports.
 */
function scriptAt(url: string): ProxyEndpoint | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, search } = new URL(url);
  if (!SCRIPT_PROTOCOLS.includes(protocol) || username !== "" || password !== "") return undefined;
  if (search !== "" && protocol !== "data:") return undefined;
  return { scheme: "pac", host: "", port: 0, script: url };
}

/** Variables, and the options of apt, curl and git. */
const PROXY_NAMES =
  /^(?:(?:https?|all)_proxy|HttpProxy|--proxy|http\.(?:.+\.)?proxy|Acquire::https?::(?:[^:]+::)?Proxy(?:::.+)?)$/i;

/** The proxy that a setting names, if it is one that names a proxy. */
export function proxyIn({ name, value }: Setting): ProxyEndpoint | undefined {
  return PROXY_NAMES.test(name) ? parseProxyUrl(value) : undefined;
}

/**
 * Every distinct proxy to measure through: those the components would use, those that any setting names,
 * and those asked for besides. Credentials come from the settings that hold them.
 */
export function proxiesNamed(
  decisions: readonly RoutingDecision[],
  settings: readonly Setting[],
  besides: readonly Proxy[],
): ReadonlyMap<ProxyId, Proxy> {
  const named = settings.flatMap((setting) => proxyIn(setting) ?? []);
  const used = decisions.flatMap(({ route }) => (route.kind === "proxy" ? [parseProxyId(route.proxy)] : []));
  const distinct = new Map([...used, ...named].map((endpoint) => [proxyId(endpoint), endpoint]));
  const found = [...distinct].map(([id, endpoint]): Proxy => {
    const secret = triedSetting(id, decisions, settings)?.credentials;
    return { ...endpoint, id, ...(secret === undefined ? {} : { credentials: secret }) };
  });
  return new Map([...found, ...besides].map((proxy) => [proxy.id, proxy]));
}

/**
 * The setting whose login is tried with a proxy, if any has one: of several that may differ in their passwords the first
 * that a component goes by, or else the first.
 */
export function triedSetting(
  proxy: ProxyId,
  decisions: readonly RoutingDecision[],
  settings: readonly Setting[],
): Setting | undefined {
  const naming = settings.filter((setting) => {
    const endpoint = proxyIn(setting);
    return endpoint !== undefined && proxyId(endpoint) === proxy && loginIn(setting) !== undefined;
  });
  const [used] = decidingAmong(
    naming,
    decisions.flatMap(({ because }) => because),
  );
  return used ?? naming[0];
}

/** The login within the URL of a proxy, as it is shown: `joe:***1`. */
export function loginIn({ value }: Pick<Setting, "value">): string | undefined {
  return /^(?:[a-z0-9]+:\/\/)?(.*)@/is.exec(value.trim())?.[1];
}

/** A proxy that a person named by its URL, whatever its password is made of. Throws where `parseProxyUrl` finds none. */
export function namedProxy(value: string): Proxy {
  const userinfo = value.startsWith("pac+") ? undefined : loginIn({ value });
  // A password may hold what looks like words behind a value; all else is shown as a setting's value is.
  const endpoint = parseProxyUrl(userinfo === undefined ? maskProxyValue(value) : value);
  if (endpoint === undefined) throw new Error("not a proxy URL");
  if (userinfo === undefined) return { ...endpoint, id: proxyId(endpoint) };
  return withLogin(endpoint, new Secret(userinfo), keepMarkers);
}

/** A proxy that a person named, by the id that it has where the secrets of settings are numbered: a token is its user. */
export function numbered(proxy: Proxy, mark: Mark): Proxy {
  const { credentials, username = "" } = proxy;
  return credentials === undefined || !holdsMask(username) ? proxy : withLogin(proxy, credentials, mark);
}

/** The id shows of a login as much as a setting's value does. */
function withLogin(place: ProxyEndpoint, credentials: Secret, mark: Mark): Proxy {
  const [username = ""] = maskUserinfo(credentials.reveal(), mark).split(":");
  const endpoint = { ...place, username };
  return { ...endpoint, id: proxyId(endpoint), credentials };
}
