import type { Because, Client, ClientDecision, Environment, Variable } from "../model/client.ts";
import { readHttpUrl } from "../model/url.ts";
import { step } from "./clients/common/settings.ts";

/** A value that every client can use. */
const USABLE = "http://proxy.invalid:3128";
/** Whatever a client reads, it has a proxy with these. */
const ANY_PROXY: Environment = [
  ...["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"].map((name) => variable(name, USABLE)),
  variable("JAVA_TOOL_OPTIONS", "-Dhttp.proxyHost=proxy.invalid -Dhttps.proxyHost=proxy.invalid"),
];

/**
 * Settings that a person may take to have decided, and that the client does not read for this URL: those that
 * name a proxy where it goes direct for want of one, and those that list exceptions where it goes through one.
 * Which it reads is asked of the model, with each setting by itself.
 */
export function overlooked(
  client: Client,
  environment: Environment,
  url: string,
  decision: ClientDecision,
): readonly Because[] {
  const unread = (names: RegExp, reads: (client: Client, name: string, url: string) => boolean) =>
    environment
      .filter(({ name, value }) => names.test(name) && value !== "" && !reads(client, name, url))
      .map((each) => step(each, "overlooked"));
  if (decision.route !== "direct") return unread(/^no_proxy$/i, readsExceptions);
  return decision.because.length === 0 ? unread(namesOfProxies(client, url), readsProxy) : [];
}

/** Whether a variable can send a client's request to a proxy. */
export function readsProxy(client: Client, name: string, url: string): boolean {
  return client.decide([variable(name, USABLE)], url).route !== "direct";
}

/** Whether a variable can keep a client's request off the proxy. */
export function readsExceptions(client: Client, name: string, url: string): boolean {
  return client.decide([...ANY_PROXY, variable(name, readHttpUrl(url)?.host ?? "")], url).route === "direct";
}

/** The variables by which people mean to name a proxy for a URL; to the JVM, also those that only wrapper scripts read. */
function namesOfProxies({ bypass }: Client, url: string): RegExp {
  const scheme = /^https:/i.test(url) ? "https" : "http";
  return new RegExp(`^((${scheme}|all)_proxy${bypass === "nonProxyHosts" ? "|JVM_OPTS" : ""})$`, "i");
}

function variable(name: string, value: string): Variable {
  return { name, value, origin: "" };
}
