import { parseIpv6, percentDecode, readNumericIpv4, toAscii } from "../common/host.ts";

/**
 * A URL, or a proxy's value, as curl's parser reads it. `host` carries no brackets, an IDN is in its ASCII form;
 * `typed` is the host before its spelling was changed (curl before 7.77 did not). `scheme` and `port` are absent where none is written; `username` is still percent-encoded, and empty where
 * only the `@` stands.
 */
export type CurlUrl = {
  readonly scheme?: string;
  readonly username?: string;
  readonly host: string;
  readonly typed: string;
  readonly port?: number;
};

/** Why curl refuses a value; a phrase without a subject ("has no host"). */
export type Refusal = { readonly refusal: string };

/** Reads a URL whose scheme may be missing (curl 7.88 `lib/urlapi.c`, `CURLU_GUESS_SCHEME`). */
export function readCurlUrl(text: string): CurlUrl | Refusal {
  if (text.endsWith("\r")) return { refusal: "ends in a carriage return: its file has Windows line ends" };
  if (holdsBlankOrControl(text)) return { refusal: "holds a blank or a control character" };
  const start = /^([a-z0-9+.-]{1,40}):(\/+)/i.exec(text);
  if (start?.[2] !== undefined && start[2].length > 3) {
    return { refusal: "has more than three slashes after its scheme" };
  }
  const scheme = start?.[1]?.toLowerCase();
  const authority = text.slice(start?.[0].length ?? 0).split(/[/?#]/, 1)[0] ?? "";
  // The first `@` ends the user name and password, even where a later one was meant.
  const at = authority.indexOf("@");
  const place = readHostAndPort(authority.slice(at + 1), scheme !== undefined);
  if ("refusal" in place) return place;
  return {
    ...place,
    ...(scheme === undefined ? {} : { scheme }),
    ...(at < 0 ? {} : { username: authority.slice(0, at).split(":", 1)[0] ?? "" }),
  };
}

function holdsBlankOrControl(text: string): boolean {
  for (const character of text) if (character <= " " || character === "\u007f") return true;
  return false;
}

function readHostAndPort(
  text: string,
  hasScheme: boolean,
): Pick<CurlUrl, "host" | "typed" | "port"> | Refusal {
  const bracketed = text.startsWith("[");
  const end = text.indexOf(bracketed ? "]" : ":");
  if (bracketed && end < 0) return { refusal: "has an IPv6 address without its closing bracket" };
  const split = end < 0 ? text.length : end + Number(bracketed);
  const typed = bracketed ? text.slice(1, end) : text.slice(0, split);
  const host = bracketed ? readIpv6(typed) : readName(typed);
  const port = readPort(text.slice(split), hasScheme);
  if (typeof port === "object") return port;
  if (typeof host === "object") return host;
  return { host, typed: percentDecode(typed), ...(port === undefined ? {} : { port }) };
}

function readPort(text: string, hasScheme: boolean): number | undefined | Refusal {
  if (text === "" || (text === ":" && hasScheme)) return undefined;
  const digits = /^:(\d+)$/.exec(text)?.[1];
  const port = Number(digits);
  return digits === undefined || port > 65_535
    ? { refusal: "has a port that is no number up to 65535" }
    : port;
}

function readName(text: string): string | Refusal {
  const address = readNumericIpv4(text);
  if (address !== undefined) return address;
  // A decoded control character is refused by the decoder itself.
  if (/%[01][0-9a-f]/i.test(text)) return { refusal: "has a control character in its host" };
  const name = percentDecode(text);
  if (name === "") return { refusal: "has no host" };
  if (/[ \r\n\t/:#?!@{}[\]\\$'"^`*<>=;,+&()]/.test(name)) {
    return { refusal: "has a character in its host that no host has" };
  }
  return toAscii(name);
}

/** curl rewrites an IPv6 address only where its canonical form is shorter, and drops the zone. */
function readIpv6(text: string): string | Refusal {
  const written = text.replace(/%(?:25(?=.))?[^\]]{1,15}$/, "");
  const address = parseIpv6(written);
  if (address === undefined) return { refusal: "has a malformed IPv6 address" };
  const dotted = /^::(ffff:)?([0-9a-f]+):([0-9a-f]+)$/.exec(address.toString());
  const tail = address.toByteArray().slice(12).join(".");
  const canonical = dotted === null ? address.toString() : `::${dotted[1] ?? ""}${tail}`;
  return canonical.length < written.length ? canonical : written;
}
