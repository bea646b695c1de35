import { parseProxyUrl } from "../decide/proxies.ts";
import { hostInUrl } from "../model/host.ts";
import { maskProxyValue } from "../model/redact.ts";
import { Secret } from "../model/secret.ts";
import { readUrl } from "../model/url.ts";

/** An HTTP proxy by its host, without brackets, its port, and its login, percent-encoded (`user` or `user:password`). */
export type HttpProxy = { readonly host: string; readonly port: number; readonly login?: Secret };

/** A proxy that a text names, and whether the text would have TLS spoken to it; or why the text names none. */
export type ReadProxy =
  | { readonly kind: "named"; readonly proxy: HttpProxy; readonly inTls: boolean }
  | { readonly kind: "refused"; readonly why: string };

/**
 * Reads an HTTP proxy as a person names it, with a scheme or without. The login goes up to the last `@`, whatever
 * stands in it. Without a port clients would dial 1080, 80 or 443, each by its own rule (noproxy-semantics 12).
 */
export function readHttpProxy(text: string): ReadProxy {
  const endpoint = parseProxyUrl(text);
  if (endpoint === undefined) return refused("is not a proxy URL such as http://10.0.0.33:3128");
  if (endpoint.scheme !== "http" && endpoint.scheme !== "https") {
    return refused("is no HTTP proxy, and the JVM, apt and Replicated know no other");
  }
  const [, userinfo, place = ""] = /^(?:[a-z0-9]+:\/\/)?(?:(.*)@)?(.*)$/is.exec(text.trim()) ?? [];
  if (!/:\d+\/?$/.test(place)) return refused("names no port, and clients differ in what they take for it");
  if (userinfo !== undefined && /^(?::|$)/.test(userinfo)) return refused("has a login without a user name");
  const { scheme, port } = endpoint;
  const host = asciiOf(endpoint.host);
  const login = userinfo === undefined ? {} : { login: new Secret(encodedLogin(userinfo)) };
  return { kind: "named", proxy: { host, port, ...login }, inTls: scheme === "https" };
}

function refused(why: string): ReadProxy {
  return { kind: "refused", why };
}

/** The proxy's URL with its login as it has to be written: for files, never for people. */
export function urlOf({ host, port, login }: HttpProxy): string {
  return `http://${login === undefined ? "" : `${login.reveal()}@`}${hostInUrl(host)}:${port}`;
}

/** The proxy's URL without its password. */
export function shownUrlOf(proxy: HttpProxy): string {
  return maskProxyValue(urlOf(proxy));
}

/** A JVM looks a name up as it stands, and no name server knows one beyond ASCII. */
function asciiOf(host: string): string {
  return host.includes(":") ? host : (readUrl(`http://${host}/`)?.hostname ?? host);
}

function encodedLogin(userinfo: string): string {
  const colon = userinfo.indexOf(":");
  if (colon < 0) return encoded(userinfo);
  return `${encoded(userinfo.slice(0, colon))}:${encoded(userinfo.slice(colon + 1))}`;
}

/**
 * All that is not unreserved (RFC 3986, 2.3) percent-encoded, what is so already left as it is: `$`, `'` and `#` mean
 * something to the files' loaders, `@`, `:` and `/` to the clients (domain-facts 4.9).
 */
function encoded(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[^A-Za-z0-9._~-]/giu, (piece) =>
    piece.length === 3 && piece.startsWith("%") ? piece : percentEncoded(piece),
  );
}

function percentEncoded(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}
