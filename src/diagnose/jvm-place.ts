import { readHost } from "../model/host.ts";

/** The properties that name a JVM's proxy by its host, the one for both schemes last. */
export const PROXY_HOSTS = ["https.proxyHost", "http.proxyHost", "proxyHost"] as const;

/** The property that holds the port beside such a host. */
export function portPropertyOf(hostProperty: string): string {
  return hostProperty.replace(/Host$/, "Port");
}

/** Whether a value is text that was to be replaced before use, and so no host in a wrong form. */
export function isStandIn(value: string): boolean {
  return /[<>{}$]|proxy-ip|your[-_]|:port\b/i.test(value);
}

/** Whether the value of a JVM's `proxyHost` holds more than a host: a scheme, a port, a path, quotes or blanks. */
export function isMalformedHost(value: string): boolean {
  return /[\s"'/:@]/.test(value) && readHost(value) === undefined && !isStandIn(value);
}

/** Host and port that a person means by the value of a JVM's `proxyHost`; `undefined` where there is no telling. */
export function meantPlace(value: string): { readonly host: string; readonly port?: number } | undefined {
  const text = value.replace(/["'\s]/g, "").replace(/^[a-z][a-z0-9+.-]{0,20}:\/+/i, "");
  const [authority = ""] = text.slice(text.lastIndexOf("@") + 1).split(/[/?#]/);
  const [, spelled = authority, digits] =
    readHost(authority) === undefined ? (/^(.*):(\d{1,5})$/.exec(authority) ?? []) : [];
  const host = readHost(spelled);
  const port = Number(digits);
  if (host === undefined || isStandIn(value)) return undefined;
  return port >= 1 && port <= 65_535 ? { host, port } : { host };
}
