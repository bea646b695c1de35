import { percentDecode } from "../common/host.ts";
import { atLeast } from "../common/version.ts";

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The URL of a request. `netloc` stands as written: `[user@]host[:port]`; `host` carries no brackets. */
export type PythonUrl = {
  readonly scheme: "http" | "https";
  readonly netloc: string;
  readonly host: string;
  readonly port: number;
};

/** `undefined` for what is no `http:` or `https:` URL. */
export function readPythonUrl(url: string): PythonUrl | undefined {
  const match = /^(https?):\/\/([^/?#]+)/i.exec(url);
  if (match === null) return undefined;
  const scheme = match[1]?.toLowerCase() === "http" ? "http" : "https";
  const netloc = match[2] ?? "";
  const place = readPlace(netloc.slice(netloc.lastIndexOf("@") + 1), DEFAULT_PORTS[scheme] ?? 0);
  return { scheme, netloc, host: place?.host ?? "", port: place?.port ?? 0 };
}

/** A proxy's value as `_parse_proxy` takes it apart; nothing is decoded. */
export type PythonProxy = {
  readonly scheme?: string;
  readonly user: string;
  readonly password: string;
  readonly place: string;
};

/**
 * Reads `scheme://[user:password@]host[:port]` or the same without `scheme://` (`Lib/urllib/request.py`,
 * `_parse_proxy`). `undefined` where a scheme is followed by a single slash.
 *
 * @param version of Python; since 3.8.8 a slash may stand in the password (bpo-23328)
 */
export function parsePythonProxy(value: string, version: string): PythonProxy | undefined {
  const [, scheme, rest = value] = /^([^/:]+):(.*)$/s.exec(value) ?? [];
  if (!rest.startsWith("/")) return splitCredentials(value);
  if (!rest.startsWith("//")) return undefined;
  const end = rest.indexOf("/", atLeast(version, "3.8.8") ? Math.max(rest.indexOf("@"), 2) : 2);
  const authority = splitCredentials(rest.slice(2, end < 0 ? undefined : end));
  return { ...authority, ...(scheme === undefined ? {} : { scheme: scheme.toLowerCase() }) };
}

function splitCredentials(authority: string): PythonProxy {
  const at = authority.lastIndexOf("@");
  const [, user = "", password = ""] = /^([^:]*):?(.*)$/s.exec(authority.slice(0, Math.max(at, 0))) ?? [];
  return { user, password, place: authority.slice(at + 1) };
}

/** `host[:port]` as `http.client` splits it; `undefined` where the port is no number, as `int()` reads one. */
export function readPlace(
  place: string,
  defaultPort: number,
): { readonly host: string; readonly port: number } | undefined {
  const decoded = percentDecode(place);
  const colon = decoded.lastIndexOf(":");
  const hasPort = colon > decoded.lastIndexOf("]");
  const host = (hasPort ? decoded.slice(0, colon) : decoded).replace(/^\[(.*)\]$/s, "$1");
  const written = hasPort ? decoded.slice(colon + 1) : "";
  if (written === "") return { host, port: defaultPort };
  const port = readPythonInteger(written);
  return port === undefined ? undefined : { host, port };
}

/** What `int()` makes of a text that is meant to hold no sign: blanks around it and `_` between digits pass. */
export function readPythonInteger(text: string): number | undefined {
  const digits = /^\+?(\d+(?:_\d+)*)$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll("_", ""));
}
