import type { Client, Environment, Variable } from "../../model/client.ts";

/** A proxy that every client can use. */
export const PROXY = "http://proxy.corp:3128";

/** Variables by which proxies are named. */
export const PROXY_VARIABLES = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];

/** Whether a client takes system properties and reads no variable. */
export function takesProperties({ bypass }: Client): boolean {
  return bypass === "nonProxyHosts";
}

/** A proxy for every URL, and a list of exceptions, in the client's own spelling. */
export function withExceptions(client: Client, list: string): Environment {
  if (!takesProperties(client)) {
    return [...proxied, ...["no_proxy", "NO_PROXY"].map((name) => variable(name, list))];
  }
  const exceptions = list === "" ? "" : ` "-Dhttp.nonProxyHosts=${list.replaceAll(",", "|")}"`;
  return [javaOptions(`-Dhttp.proxyHost=proxy -Dhttps.proxyHost=proxy${exceptions}`)];
}

/** A proxy for every URL, for clients that read variables. */
export const proxied: Environment = PROXY_VARIABLES.map((name) => variable(name, PROXY));

/** Options that a JVM reads by itself. */
export function javaOptions(value: string): Variable {
  return variable("JAVA_TOOL_OPTIONS", value);
}

/** A variable from nowhere in particular. */
export function variable(name: string, value: string): Variable {
  return { name, value, origin: "" };
}
