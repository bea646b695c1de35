import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstNonEmpty, step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { builtInException, type GoAddress, goException } from "./go/exceptions.ts";
import { addressOf, endpointOf, parseProxy } from "./go/proxy.ts";
import { type GoUrl, parseGoUrl } from "./go/url.ts";

const VERSION = "1.23.5";

/**
 * Go's `net/http` with `ProxyFromEnvironment`, and grpc-go for the `https:` URL of a gRPC server: Docker,
 * Replicated, Nomad, the build agent (noproxy-semantics 4, golang.org/x/net `http/httpproxy` and its history).
 * The version is that of the Go a program was built with: Docker 17.12 has 1.9, 18.09 has 1.10, 20.10 has 1.13
 * and later.
 */
export const go: Client = {
  name: "go",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // Only Basic is sent (`proxyAuth` of `net/http/transport.go`; 1.19, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = parseGoUrl(url, version);
  if (target === undefined) return { route: "invalid", why: "Go refuses the URL", because: [] };
  const variable = variableFor(target.scheme, environment, version);
  if (variable === undefined) return { route: "direct", because: [] };
  const proxy = parseProxy(variable.value, version);
  if (proxy === undefined && atLeast(version, "1.11")) {
    return { route: "direct", because: [step(variable, "breaks")] };
  }
  const cgi = firstNonEmpty(environment, ["REQUEST_METHOD"]);
  if (cgi !== undefined && /^http_proxy$/i.test(variable.name)) {
    const why = "Go refuses an HTTP proxy where REQUEST_METHOD is set";
    return { route: "invalid", why, because: [step(cgi, "breaks")] };
  }
  const exceptions = firstNonEmpty(environment, ["NO_PROXY", "no_proxy"]);
  return routeOf({ variable, proxy, exceptions, version }, addressOf(target));
}

/** Before 1.16 an https URL went through the proxy for http where it had none of its own. */
function variableFor(scheme: string, environment: Environment, version: string): Variable | undefined {
  const named = (name: string) => firstNonEmpty(environment, [name.toUpperCase(), name]);
  if (scheme === "http") return named("http_proxy");
  const own = scheme === "https" ? named("https_proxy") : undefined;
  if (atLeast(version, "1.16")) return own;
  // From 1.11 on, a value that is no URL counted as none.
  const isUsable = own !== undefined && (!atLeast(version, "1.11") || parseProxy(own.value, version));
  return isUsable ? own : (named("http_proxy") ?? own);
}

/** What was found in the environment; `proxy` is missing where the variable's value is no URL. */
type Found = {
  readonly variable: Variable;
  readonly proxy: GoUrl | undefined;
  readonly exceptions: Variable | undefined;
  readonly version: string;
};

function routeOf({ variable, proxy, exceptions, version }: Found, target: GoAddress): ClientDecision {
  const builtIn = builtInException(target);
  if (builtIn !== undefined) {
    return { route: "direct", because: [step({ name: "built-in", origin: "go" }, "bypasses", builtIn)] };
  }
  const entry = exceptions && goException(exceptions.value, target, version);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const near = nearMisses(exceptions, target.host, Number(target.port));
  if (proxy === undefined) return broken(variable, "it is no URL", near);
  const endpoint = endpointOf(proxy, version);
  return typeof endpoint === "string"
    ? broken(variable, endpoint, near)
    : { route: "proxy", proxy: endpoint, because: [step(variable, "proxies"), ...near] };
}

function broken(variable: Variable, fault: string, near: readonly Because[]): ClientDecision {
  const why = `Go cannot call the proxy: ${fault}`;
  return { route: "invalid", why, because: [step(variable, "breaks"), ...near] };
}
