import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { builtInException, type GoAddress, goException } from "./go-exceptions.ts";
import { type GoUrl, parseGoUrl, splitGoHost } from "./go-url.ts";
import { isDialable, parseIp, toAscii } from "./host.ts";
import { nearMisses } from "./near-miss.ts";
import { firstNonEmpty, step } from "./settings.ts";

const DEFAULT_PORTS: Readonly<Record<string, string>> = {
  http: "80",
  https: "443",
  socks5: "1080",
  socks5h: "1080",
};

/**
 * Go 1.23 `net/http` with `ProxyFromEnvironment`, and grpc-go for the `https:` URL of a gRPC server: Docker,
 * Replicated, Nomad, the build agent (noproxy-semantics 4, golang.org/x/net `http/httpproxy`).
 */
export const go: Client = { name: "go", bypass: "no_proxy", version: "1.23.5", decide };

function decide(environment: Environment, url: string): ClientDecision {
  const target = parseGoUrl(url);
  if (target === undefined) return { route: "invalid", why: "Go refuses the URL", because: [] };
  const upper = `${target.scheme.toUpperCase()}_PROXY`;
  const isHttp = target.scheme === "http" || target.scheme === "https";
  const variable = isHttp ? firstNonEmpty(environment, [upper, upper.toLowerCase()]) : undefined;
  if (variable === undefined) return { route: "direct", because: [] };
  const proxy = parseProxy(variable.value);
  if (proxy === undefined) return { route: "direct", because: [step(variable, "breaks")] };
  const cgi = firstNonEmpty(environment, ["REQUEST_METHOD"]);
  if (cgi !== undefined && target.scheme === "http") {
    const why = "Go refuses an HTTP proxy where REQUEST_METHOD is set";
    return { route: "invalid", why, because: [step(cgi, "breaks")] };
  }
  return routeOf(variable, proxy, addressOf(target), firstNonEmpty(environment, ["NO_PROXY", "no_proxy"]));
}

/**
 * What does not parse is parsed again with `http://` in front, which lets most damaged values name a host
 * called `http`. `undefined` where both fail: Go then forgets the setting and says nothing.
 */
function parseProxy(value: string): GoUrl | undefined {
  const proxy = parseGoUrl(value);
  const isWhole = proxy !== undefined && proxy.scheme !== "" && proxy.host !== "";
  return isWhole ? proxy : (parseGoUrl(`http://${value}`) ?? proxy);
}

function addressOf(url: GoUrl): GoAddress {
  const { host, port } = splitGoHost(url.host);
  return { host: toAscii(host), port: port || (DEFAULT_PORTS[url.scheme] ?? "") };
}

function routeOf(
  variable: Variable,
  proxy: GoUrl,
  target: GoAddress,
  exceptions: Variable | undefined,
): ClientDecision {
  const builtIn = builtInException(target);
  if (builtIn !== undefined) {
    return { route: "direct", because: [step({ name: "built-in", origin: "go" }, "bypasses", builtIn)] };
  }
  const entry = exceptions && goException(exceptions.value, target);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  return throughProxy(variable, proxy, nearMisses(exceptions, target.host, Number(target.port)));
}

function throughProxy(variable: Variable, proxy: GoUrl, near: readonly Because[]): ClientDecision {
  const address = addressOf(proxy);
  const port = Number(address.port);
  // An empty host means this machine to Go's dialler.
  const host = address.host.toLowerCase() || "localhost";
  const fault = faultOf(host, port);
  if (fault !== undefined) {
    return {
      route: "invalid",
      why: `Go cannot call the proxy: ${fault}`,
      because: [step(variable, "breaks"), ...near],
    };
  }
  const username = proxy.username === undefined ? {} : { username: proxy.username };
  const endpoint = { scheme: spokenBy(proxy.scheme), host, port, ...username };
  return { route: "proxy", proxy: endpoint, because: [step(variable, "proxies"), ...near] };
}

function faultOf(host: string, port: number): string | undefined {
  if (!isDialable(host)) return "its host can be no host name";
  // Go's resolver looks no name up that has neither letter nor hyphen.
  if (parseIp(host) === undefined && /^[\d.]+$/.test(host)) return "its host is a number, and no address";
  return port > 0 && port <= 65_535 ? undefined : "it has no port from 1 to 65535";
}

/** To a proxy of a scheme it does not know, Go speaks plain HTTP. */
function spokenBy(scheme: string): "http" | "https" | "socks5" | "socks5h" {
  return scheme === "https" || scheme === "socks5" || scheme === "socks5h" ? scheme : "http";
}
