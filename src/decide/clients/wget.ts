import type { Because, Client, ClientDecision, Environment, Variable } from "../../model/client.ts";
import { isDialable } from "./common/host.ts";
import { basicAlone } from "./common/logins.ts";
import { nearMisses } from "./common/near-miss.ts";
import { firstNonEmpty, step } from "./common/settings.ts";
import { atLeast } from "./common/version.ts";
import { readWgetUrl, type WgetUrl } from "./wget/url.ts";

/**
 * GNU wget 1.15 to 1.24 (noproxy-semantics 2, and `getproxy`, `sufmatch` and `sepstring` of its `src/retr.c`,
 * `src/host.c` and `src/utils.c`). What stands in a wgetrc stands in the environment under its usual name: there may be
 * several lists of exceptions, and each adds to those before it, unless it is empty (`cmd_vector` of `src/init.c`).
 */
export const wget: Client = {
  name: "wget",
  bypass: "no_proxy",
  version: "1.21.3",
  decide,
  // Only Basic is sent to a proxy; Digest and NTLM are for servers (`gethttp` of `src/http.c`; 1.21.3, seen).
  logins: basicAlone,
};

function decide(environment: Environment, url: string, version = wget.version): ClientDecision {
  const target = readWgetUrl(url);
  if ("refusal" in target) return invalid(`wget refuses the URL: it ${target.refusal}`, []);
  const wanted = environment.findLast(({ name }) => name === "use_proxy");
  if (wanted !== undefined && !/^(?:on|yes|1)$/i.test(wanted.value)) return withoutProxies(wanted);
  // Neither upper case, nor ALL_PROXY, nor another scheme's variable is read.
  const proxy = firstNonEmpty(environment, [`${target.scheme}_proxy`]);
  if (proxy === undefined) return { route: "direct", because: [] };
  const lists = environment.filter(({ name }) => name === "no_proxy");
  const inForce = lists.slice(lists.findLastIndex(({ value }) => value === "") + 1);
  for (const list of inForce) {
    const entry = entriesOf(list).find((each) => excludes(each, target.host, version));
    if (entry !== undefined) return { route: "direct", because: [step(list, "bypasses", entry)] };
  }
  const near = inForce.flatMap((list) => nearMisses(list, target.host, target.port));
  return throughProxy(proxy, target, near);
}

function withoutProxies(setting: Variable): ClientDecision {
  return /^(?:off|no|0)$/i.test(setting.value)
    ? { route: "direct", because: [step(setting, "bypasses")] }
    : invalid("wget stops: use_proxy is neither on nor off", [step(setting, "breaks")]);
}

/** White space is dropped behind a comma, and nowhere else. */
function entriesOf(exceptions: Variable): readonly string[] {
  return exceptions.value.split(/,[ \t\n\v\f\r]*/);
}

/** `*` means itself, and so do ports and networks. */
function excludes(entry: string, host: string, version: string): boolean {
  if (!host.endsWith(entry.toLowerCase())) return false;
  // Before 1.19.3 the end of a name is enough, wherever it begins (55d25fc2).
  if (!atLeast(version, "1.19.3")) return entry !== "";
  // From 1.20 a dot may stand in the entry itself (fd85ac9c); in between, `.example.com` spares nothing.
  if (entry.startsWith(".") && atLeast(version, "1.20")) return true;
  // So an empty entry spares every host that ends in a dot.
  return host.length === entry.length || host[host.length - entry.length - 1] === ".";
}

function throughProxy(variable: Variable, target: WgetUrl, near: readonly Because[]): ClientDecision {
  const refuse = (why: string) => invalid(`wget stops: ${why}`, [step(variable, "breaks"), ...near]);
  const value = readWgetUrl(variable.value);
  if ("refusal" in value) return refuse(`the proxy ${value.refusal}`);
  if (value.scheme !== "http" && value.scheme !== target.scheme) return refuse("the proxy must be HTTP");
  if (value.port === 0) return refuse("the proxy has port 0, which cannot be called");
  if (!isDialable(value.host)) return refuse("the proxy's host can be no host name");
  // An https proxy has another usual port, and is spoken to in plain text all the same.
  const proxy = { ...value, scheme: "http" } as const;
  return { route: "proxy", proxy, because: [step(variable, "proxies"), ...near] };
}

function invalid(why: string, because: readonly Because[]): ClientDecision {
  return { route: "invalid", why, because };
}
