import type { Because, Client, ClientDecision, Environment, ProxyLogin } from "../../model/client.ts";
import type { ProxyScheme } from "../../model/route.ts";
import { isDialable, parseIpv6 } from "./common/host.ts";
import { isOffered } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { step } from "./common/settings.ts";
import { javaException } from "./java/exceptions.ts";
import {
  integerProperty,
  optionVariables,
  type Properties,
  type Property,
  readProperties,
  startFault,
} from "./java/properties.ts";

const VERSION = "17.0.15";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

type Target = {
  readonly scheme: "http" | "https";
  /** As typed but in lower case; IPv6 within brackets. */
  readonly host: string;
  readonly port: number;
};

/**
 * `HttpURLConnection` of OpenJDK 17 with its default `ProxySelector` (noproxy-semantics 8,
 * `sun/net/spi/DefaultProxySelector.java`). It reads system properties only, never `http_proxy`. 25 does the
 * same, and so does 8, but for the variables that it reads; the many early updates of 8 are not modelled.
 */
export const java: Client = { name: "java", bypass: "nonProxyHosts", version: VERSION, decide, logins };

/**
 * Options alone give no login: `http.proxyUser` is no property of the JDK's, and what reads it is a program with an
 * `Authenticator`. Basic is refused for tunnels unless told otherwise (`conf/net.properties` since 8u111; 17, seen).
 */
function logins(offered: readonly string[]): readonly ProxyLogin[] {
  const all: readonly ProxyLogin[] = [
    { scheme: "Digest", needs: ["java-authenticator"] },
    { scheme: "NTLM", needs: ["java-authenticator"] },
    { scheme: "Basic", needs: ["java-authenticator", "java-disabled-schemes"] },
    { scheme: "Negotiate", needs: ["java-authenticator", "kerberos-ticket"] },
  ];
  return all.filter(({ scheme }) => isOffered(scheme, offered));
}

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = readTarget(url);
  if (target === undefined) return { route: "direct", because: [] };
  const variables = optionVariables(environment, version);
  const unstarted = startFault(variables);
  if (unstarted !== undefined) {
    const why = `Java does not start: ${unstarted.why}`;
    return { route: "invalid", why, because: [step(unstarted.variable, "breaks", unstarted.word)] };
  }
  const properties = readProperties(variables);
  // https never uses http.proxyHost.
  const prefix = [`${target.scheme}.proxy`, "proxy", "socksProxy"].find((each) => {
    return (properties.get(`${each}Host`)?.value ?? "") !== "";
  });
  const host = prefix === undefined ? undefined : properties.get(`${prefix}Host`);
  if (prefix === undefined || host === undefined) return { route: "direct", because: [] };
  // https.nonProxyHosts does not exist: one list serves both schemes, and SOCKS proxies too.
  const exception = javaException(properties, "http.nonProxyHosts", target.host);
  if (exception !== undefined) return bypassed(properties, target, exception);
  const port = portOf(properties, prefix, target.scheme);
  const exceptions = properties.get("http.nonProxyHosts");
  const near = nearMisses(exceptions, target.host.replace(/^\[|\]$/g, ""), target.port);
  const scheme = prefix === "socksProxy" ? socksVersion(properties) : "http";
  return throughProxy(host, scheme, port, near);
}

/** A host that is spelled with `_` or beyond ASCII is no host to `java.net.URI`; the selector takes it all the same. */
function readTarget(url: string): Target | undefined {
  const match = /^(https?):\/\/(?:[^/?#]*@)?([^/?#@]*?)(?::(\d*))?(?:[/?#]|$)/i.exec(url);
  if (match === null) return undefined;
  const scheme = match[1]?.toLowerCase() === "http" ? "http" : "https";
  return { scheme, host: (match[2] ?? "").toLowerCase(), port: Number(match[3] || DEFAULT_PORTS[scheme]) };
}

/** A TLS socket that no proxy was chosen for asks once more, for SOCKS, and with exceptions of its own. */
function bypassed(properties: Properties, target: Target, exception: Because): ClientDecision {
  const socks = properties.get("socksProxyHost");
  if (target.scheme === "http" || socks === undefined || socks.value === "") {
    return { route: "direct", because: [exception] };
  }
  const own = javaException(properties, "socksNonProxyHosts", inFull(target.host));
  if (own !== undefined) return { route: "direct", because: [exception, own] };
  const port = portOf(properties, "socksProxy", target.scheme);
  return throughProxy(socks, socksVersion(properties), port, []);
}

/** An IPv6 address with all of its eight groups, as a socket's address prints it. */
function inFull(host: string): string {
  const address = parseIpv6(host.replace(/^\[|\]$/g, ""));
  return address === undefined ? host : `[${address.parts.map((part) => part.toString(16)).join(":")}]`;
}

/** The port beside the host, else the one beside the other host that might have served, else the scheme's. */
function portOf(properties: Properties, prefix: string, scheme: Target["scheme"]): number {
  const own = integerProperty(properties, `${prefix}Port`);
  if (prefix === "socksProxy") return own || 1080;
  const other = integerProperty(properties, prefix === "proxy" ? `${scheme}.proxyPort` : "proxyPort");
  return own || other || (DEFAULT_PORTS[scheme] ?? 0);
}

function socksVersion(properties: Properties): ProxyScheme {
  return integerProperty(properties, "socksProxyVersion") === 4 ? "socks4" : "socks5";
}

function throughProxy(
  setting: Property,
  scheme: ProxyScheme,
  port: number,
  near: readonly Because[],
): ClientDecision {
  const host = setting.value.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  const fault = faultOf(host, port);
  if (fault !== undefined) {
    const why = `Java cannot call the proxy: ${fault}`;
    return { route: "invalid", why, because: [step(setting, "breaks"), ...near] };
  }
  return { route: "proxy", proxy: { scheme, host, port }, because: [step(setting, "proxies"), ...near] };
}

function faultOf(host: string, port: number): string | undefined {
  if (port < 0 || port > 65_535) return "its port is beyond 65535";
  // A URL or host:port is looked up as it stands, and so is a name beyond ASCII, which no name server knows.
  if (!isDialable(host) || /[^\p{ASCII}]/u.test(host)) return "its host is no host name";
  // 17.0.15 refuses these; earlier releases left them to the system.
  return /^0x/.test(host) ? "its host is a hexadecimal number" : undefined;
}
