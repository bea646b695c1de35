import type { Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { atLeast } from "./common/version.ts";
import { type PythonSettings, readPythonSettings } from "./python/environment.ts";
import { requestsException, requestsList } from "./python/requests-exceptions.ts";
import { requestsPlace } from "./python/requests-place.ts";
import { readRequestsProxy } from "./python/requests-proxy.ts";
import { readPythonUrl } from "./python/url.ts";
import { inPlainHttp, throughUrllib3, type Urllib3Caller, usernameWith } from "./python/urllib3-proxy.ts";

const VERSION = "2.28.1";
const PYTHON = "3.11.2";

/**
 * requests without PySocks, as noproxy-semantics 6 and its own sources have it (`requests/utils.py`,
 * `requests/adapters.py`).
 */
export const pythonRequests: Client = {
  name: "python-requests",
  bypass: "no_proxy",
  version: VERSION,
  decide,
  // Only Basic is sent (`get_auth_from_url` and `proxy_headers` of `requests`; 2.34, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = VERSION): ClientDecision {
  const target = readPythonUrl(url);
  const place = requestsPlace(url, version);
  if (target === undefined || place === undefined) {
    return { route: "invalid", why: "requests refuses the URL", because: [] };
  }
  const settings = readPythonSettings(environment, PYTHON);
  const setting = proxyFor(settings, target.scheme, version);
  if (setting === undefined) return { route: "direct", because: [] };
  const exception = requestsException(environment, settings, place, version, PYTHON);
  if (exception !== undefined) return { route: "direct", because: [exception] };
  const near = nearMisses(requestsList(environment) ?? settings.get("no"), target.host, target.port);
  const proxy = readRequestsProxy(setting.value, version);
  const decision = throughUrllib3(callerOf(version), setting, proxy, near);
  // urllib3 1.26 came with 2.25.
  return atLeast(version, "2.25") ? decision : inPlainHttp(decision);
}

/** `ALL_PROXY` is read since 2.11, and since 2.12 only where the scheme has no variable of its own. */
function proxyFor(settings: PythonSettings, scheme: string, version: string): Variable | undefined {
  const [own, all] = [settings.get(scheme), settings.get("all")];
  if (!atLeast(version, "2.11")) return own;
  return atLeast(version, "2.12") ? (own ?? all) : (all ?? own);
}

/** A user name goes with a password, which since 2.12 may be empty. */
function callerOf(version: string): Urllib3Caller {
  const least = atLeast(version, "2.12") ? 0 : 1;
  return {
    name: "requests",
    usernameIn: (auth) => usernameWith(auth, (password) => (password?.length ?? -1) >= least),
    credentials: "Latin-1",
  };
}
