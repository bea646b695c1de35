import type { Because, ClientDecision, Variable } from "../../../model/client.ts";
import { isDialable, percentDecode } from "../common/host.ts";
import { step } from "../common/settings.ts";
import type { Urllib3Url } from "./urllib3-url.ts";

/** A library that calls proxies with urllib3. */
export type Urllib3Caller = {
  readonly name: string;
  /** The user name that goes with the first request, of what is written before the `@`. */
  readonly usernameIn: (auth: string) => string | undefined;
  /** What the header with user name and password may be made of. */
  readonly credentials: "ASCII" | "Latin-1";
};

/**
 * The way through a proxy that urllib3 calls, in TLS where its scheme is `https` (urllib3 `poolmanager.py`).
 *
 * @param proxy as it was read; `undefined` where urllib3 refuses it
 */
export function throughUrllib3(
  caller: Urllib3Caller,
  setting: Variable,
  proxy: Urllib3Url | undefined,
  near: readonly Because[],
): ClientDecision {
  const username = caller.usernameIn(proxy?.auth ?? "");
  const fault = faultOf(proxy) ?? (username === undefined ? undefined : faultIn(proxy?.auth ?? "", caller));
  if (proxy?.host === undefined || fault !== undefined) {
    const why = `${caller.name} cannot call the proxy: ${fault}`;
    return { route: "invalid", why, because: [step(setting, "breaks"), ...near] };
  }
  const scheme = proxy.scheme === "https" ? "https" : "http";
  const port = proxy.port || { http: 80, https: 443 }[scheme];
  const endpoint = {
    scheme,
    host: proxy.host.toLowerCase(),
    port,
    ...(username === undefined ? {} : { username }),
  } as const;
  return { route: "proxy", proxy: endpoint, because: [step(setting, "proxies"), ...near] };
}

/** Until urllib3 1.26, even a proxy of the scheme `https` is spoken to in plain HTTP. */
export function inPlainHttp(decision: ClientDecision): ClientDecision {
  return decision.route === "proxy"
    ? { ...decision, proxy: { ...decision.proxy, scheme: "http" } }
    : decision;
}

function faultOf(proxy: Urllib3Url | undefined): string | undefined {
  if (proxy === undefined) return "its host or port is malformed";
  const { scheme = "http", host = "", port = 0 } = proxy;
  if (scheme.startsWith("socks")) return "SOCKS needs PySocks, which does not come with it";
  if (scheme !== "http" && scheme !== "https") return "its scheme is unknown";
  if (port > 65_535) return "its port is beyond 65535";
  return isDialable(host) ? undefined : "its host can be no host name";
}

/** Bytes that are no UTF-8 are read as U+FFFD, which neither can hold. */
function faultIn(auth: string, { credentials }: Urllib3Caller): string | undefined {
  const highest = credentials === "ASCII" ? 0x7f : 0xff;
  const isHeld = [...percentDecode(auth)].every((character) => (character.codePointAt(0) ?? 0) <= highest);
  return isHeld ? undefined : `its user name or password is not ${credentials}`;
}

/** The user name, where there is one and a password that `accepts` takes; `undefined` stands for no password. */
export function usernameWith(
  auth: string,
  accepts: (password: string | undefined) => boolean,
): string | undefined {
  const [, username = "", password] = /^([^:]*)(?::(.*))?$/s.exec(auth) ?? [];
  return username !== "" && accepts(password) ? username : undefined;
}
