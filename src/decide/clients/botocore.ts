import type { Client, ClientDecision, Environment } from "../../model/client.ts";
import { isDialable, parseIpv6 } from "./common/host.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { readBotocoreVersions } from "./python/botocore-version.ts";
import { pythonException } from "./python/bypass.ts";
import { readPythonSettings } from "./python/environment.ts";
import { parseOldUrllib3Url } from "./python/old-urllib3-url.ts";
import { type PythonUrl, readPythonUrl } from "./python/url.ts";
import { inPlainHttp, throughUrllib3, type Urllib3Caller, usernameWith } from "./python/urllib3-proxy.ts";
import { parseUrllib3Url, type Urllib3Url } from "./python/urllib3-url.ts";
import { pythonRequests } from "./python-requests.ts";

const VERSION = "1.29.27";

/**
 * botocore, and so awscli, as noproxy-semantics 7 and its own sources have it (`botocore/httpsession.py`,
 * `botocore/utils.py`). The proxy is chosen once for each client, by its endpoint's URL: the name of a bucket is
 * never compared. Who fetches credentials from the instance's metadata asks in the same way.
 *
 * Before 1.11 (awscli 1.16) it decided as the requests 2.7 that came with it, networks included.
 */
export const botocore: Client = {
  name: "botocore",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // Only Basic is sent, and awscli supports no NTLM (AWS CLI user guide, "Using an HTTP proxy"; seen).
  logins: basicAlone,
};

const CALLER: Urllib3Caller = {
  name: "botocore",
  usernameIn: (auth) => usernameWith(auth, (password = "") => password !== ""),
  credentials: "ASCII",
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = readPythonUrl(url);
  if (target === undefined || !isEndpoint(target.host)) {
    return { route: "invalid", why: "botocore refuses the URL", because: [] };
  }
  const { own, python } = readBotocoreVersions(version);
  if (!atLeast(own, "1.11")) return pythonRequests.decide(environment, url, "2.7.0");
  const settings = readPythonSettings(environment, python);
  const setting = settings.get(target.scheme);
  if (setting === undefined) return { route: "direct", because: [] };
  const exceptions = settings.get("no");
  const entry = pythonException(exceptions, target.netloc, python);
  if (exceptions !== undefined && entry !== undefined) {
    return { route: "direct", because: [step(exceptions, "bypasses", entry)] };
  }
  const near = nearMisses(exceptions, target.host, target.port);
  const decision = throughUrllib3(CALLER, setting, readProxy(setting.value, target, own), near);
  return atLeast(own, "1.19.16") ? decision : inPlainHttp(decision);
}

/** Where a service may be: letters, digits and hyphens, or an IPv6 address (`botocore/utils.py`). */
function isEndpoint(host: string): boolean {
  return parseIpv6(host) !== undefined || (isDialable(host) && /^[a-z\d.-]+$/i.test(host));
}

/** What urllib3 makes of the value: the one before 1.25, the one after it, or 2. */
function readProxy(value: string, target: PythonUrl, version: string): Urllib3Url | undefined {
  if (!atLeast(version, "1.12.154")) return parseOldUrllib3Url(withScheme(value));
  const proxy = parseUrllib3Url(withScheme(value));
  if (proxy === undefined || proxy.host !== undefined) return proxy;
  // urllib3 2 asks the target itself for a tunnel, where no host is written.
  const asksTarget = target.scheme === "https" && atLeast(version, "1.31.62");
  return asksTarget ? { ...proxy, host: target.host, port: target.port } : proxy;
}

/** Only these beginnings, in lower case, count as a scheme; `HTTP://PROXY` becomes a host called `http`. */
function withScheme(value: string): string {
  if (/^https?:/.test(value)) return value;
  return value.startsWith("//") ? `http:${value}` : `http://${value}`;
}
