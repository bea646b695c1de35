import { atLeast } from "../common/version.ts";

/**
 * A URI as apt takes it apart (`URI::CopyFrom` of its `apt-pkg/contrib/strutl.cc`). Every part may be empty; the
 * host carries no brackets, user name and password are still percent-encoded, port 0 means that none is written.
 */
export type AptUri = {
  readonly access: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: number;
};

/** A URI of which nothing is known. */
export const EMPTY_URI: AptUri = { access: "", user: "", password: "", host: "", port: 0 };

/**
 * Reads a URI over an earlier one: a part that the text does not have stays as it was, which is what an
 * assignment does in apt.
 */
export function readAptUri(text: string, version: string, before = EMPTY_URI): AptUri {
  const colon = text.indexOf(":");
  const read = { ...before, access: colon < 0 ? text : text.slice(0, colon) };
  const hasSlashes = colon >= 0 && text.startsWith("//", colon + 1);
  const start = colon + (hasSlashes ? 3 : 1);
  if (colon < 0 || start >= text.length) return read;
  const authority = text.slice(start, Math.max(start, pathStart(text, hasSlashes ? start : colon)));
  // A host that stays is looked through for a port again.
  const { userinfo, place } = authority === "" ? { place: before.host } : split(authority, version);
  return { ...read, ...userinfo, ...readPlace(place, read.port) };
}

/** The first slash outside of brackets. */
function pathStart(text: string, from: number): number {
  let inBrackets = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "/" && !inBrackets) return at;
    if (text[at] === "[") inBrackets = true;
    if (text[at] === "]") inBrackets = false;
  }
  return text.length;
}

/** The first character is never looked at: it can end no user name, even if it is `@` or `:`. */
function split(
  authority: string,
  version: string,
): { readonly userinfo?: Partial<AptUri>; readonly place: string } {
  const at = atLeast(version, "1.3") ? authority.lastIndexOf("@") : firstAtAfterColon(authority);
  if (at < 1) return { place: authority };
  const colon = authority.slice(0, at).indexOf(":", 1);
  const user = authority.slice(0, colon < 0 ? at : colon);
  const userinfo = colon < 0 ? { user } : { user, password: authority.slice(colon + 1, at) };
  return { userinfo, place: authority.slice(at + 1) };
}

/** Before 1.3 a user name needs its password, and the password's first `@` ends it (a1f3ac8a). */
function firstAtAfterColon(authority: string): number {
  const colon = authority.indexOf(":", 1);
  return colon < 0 ? -1 : authority.indexOf("@", colon);
}

/** Whatever follows the last colon is a port, as far as it begins with a number. */
function readPlace(place: string, portBefore: number): Pick<AptUri, "host" | "port"> {
  const { host, end } = withoutBrackets(place);
  if (end === undefined) return { host: "", port: portBefore };
  const colon = host.lastIndexOf(":");
  if (colon < 0 || colon < end) return { host, port: 0 };
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(host.slice(colon + 1))?.[1];
  return { host: host.slice(0, colon), port: Number(digits ?? 0) };
}

/** `end` is where the last bracket was closed: no port can stand before it. `undefined` where one stays open. */
function withoutBrackets(place: string): { readonly host: string; readonly end: number | undefined } {
  let host = "";
  let inBrackets = false;
  let end = 0;
  for (const character of place) {
    const closes: boolean = inBrackets && character === "]";
    if (closes) end = host.length;
    else if (character !== "[") host += character;
    inBrackets = character === "[" || (inBrackets && !closes);
  }
  return { host, end: inBrackets ? undefined : end };
}
