import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { isDialable, percentDecode } from "./common/host.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { step } from "./common/settings.ts";
import { pythonException } from "./python/bypass.ts";
import { type PythonSettings, readPythonSettings } from "./python/environment.ts";
import {
  type PythonProxy,
  type PythonUrl,
  parsePythonProxy,
  readPlace,
  readPythonUrl,
} from "./python/url.ts";

const VERSION = "3.11.2";

/**
 * CPython's `urllib.request` (`urllib2` of Python 2), as noproxy-semantics 5 and its own sources have it:
 * `ProxyHandler` of `Lib/urllib/request.py`, `Lib/http/client.py` of 3.11.
 */
export const pythonUrllib: Client = {
  name: "python-urllib",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // `ProxyHandler` sends Basic; handlers of other schemes are only there where a program adds them (3.11, seen).
  logins: basicAlone,
};

/** What is asked, and of which Python. */
type Question = {
  readonly target: PythonUrl;
  readonly settings: PythonSettings;
  readonly version: string;
  readonly near: readonly Because[];
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = readPythonUrl(url);
  if (target === undefined) return { route: "invalid", why: "Python refuses the URL", because: [] };
  const settings = readPythonSettings(environment, version);
  const setting = settings.get(target.scheme);
  if (setting === undefined) return { route: "direct", because: [] };
  const exceptions = settings.get("no");
  const entry = pythonException(exceptions, percentDecode(target.netloc), version);
  const near = entry === undefined ? nearMisses(exceptions, target.host, target.port) : [];
  // A value that cannot be taken apart stops a request to a spared host too.
  const proxy = parsePythonProxy(setting.value, version);
  if (proxy === undefined) return broken(setting, "it has one slash after its scheme", near);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  if (target.scheme === "https") return throughProxy(setting, proxy, 443, near);
  return forward({ target, settings, version, near }, setting, proxy);
}

/** An `http:` request goes on in the proxy's own scheme, as if the proxy were what is asked for. */
function forward(question: Question, setting: Variable, proxy: PythonProxy): ClientDecision {
  const { target, near } = question;
  if (/[^\p{ASCII}]/u.test(target.netloc)) {
    return broken(setting, "the request to it would hold the URL, which is not ASCII", near);
  }
  switch (proxy.scheme ?? "http") {
    case "http":
      return throughProxy(setting, proxy, 80, near);
    case "https":
      return forwardOverTls(question, setting, proxy);
    case "ftp":
      return broken(setting, "it would be spoken to in FTP", near);
    default:
      return broken(setting, "its scheme is unknown", near);
  }
}

/** The call to a proxy of the scheme `https` is a request to an `https:` URL, which has a proxy of its own. */
function forwardOverTls(question: Question, setting: Variable, proxy: PythonProxy): ClientDecision {
  const { settings, version, near } = question;
  const inner = throughProxy(setting, proxy, 443, near);
  const second = settings.get("https");
  if (inner.route !== "proxy" || second === undefined) return overTls(inner);
  const outer = parsePythonProxy(second.value, version);
  if (outer === undefined) return broken(second, "it has one slash after its scheme", near);
  const spared = pythonException(settings.get("no"), percentDecode(proxy.place), version) !== undefined;
  return spared ? overTls(inner) : throughProxy(second, outer, 443, [step(setting, "proxies"), ...near]);
}

function overTls(decision: ClientDecision): ClientDecision {
  return decision.route === "proxy"
    ? { ...decision, proxy: { ...decision.proxy, scheme: "https" } }
    : decision;
}

/** Whatever its scheme, a proxy is spoken to in plain HTTP; the default port is the one of the request. */
function throughProxy(
  setting: Variable,
  { place, user, password }: PythonProxy,
  defaultPort: number,
  rest: readonly Because[],
): ClientDecision {
  const address = readPlace(place, defaultPort);
  if (address === undefined) return broken(setting, "its port is no number", rest);
  if (!isDialable(address.host)) return broken(setting, "its host can be no host name", rest);
  // The resolver takes any number for a port, and keeps its last sixteen bits.
  const port = address.port % 65_536;
  if (address.port < 1 || port === 0) return broken(setting, "it has no port from 1 to 65535", rest);
  const username = user === "" || password === "" ? {} : { username: user };
  const proxy = {
    scheme: "http",
    host: address.host.toLowerCase(),
    port,
    ...username,
  } as const;
  return { route: "proxy", proxy, because: [step(setting, "proxies"), ...rest] };
}

function broken(setting: Variable, fault: string, rest: readonly Because[]): ClientDecision {
  const why = `Python cannot call the proxy: ${fault}`;
  return { route: "invalid", why, because: [step(setting, "breaks"), ...rest] };
}
