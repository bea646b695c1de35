import { inRounds, keepMarkers, MASK, type Mark, maskAsOne } from "./mark.ts";
import { maskStrays } from "./stray-words.ts";

// The repetitions are bounded, or cannot fail, so that no text, however made, takes more than linear time.

/** `scheme://userinfo@`: the userinfo ends at the last `@` before the next URL, white space in it or not. */
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/)((?:\S|[^\S\n](?!\S{0,80}:\/\/)){0,1024})@/gi;

/** `user:password@` with no scheme before it. */
const BARE = /(^|[\s"'=,|])([^\s"'=@:/,]{1,256}:(?!\/\/)\S{0,1024})@/g;

/** An option for a JVM: its value, in quotes or not, goes on to what may be the next option. */
const JVM_PROPERTY = /(-D["']?([^\s="']{1,200})["']?=)((?:"(?:\\.|[^"\\])*"|'[^']*'|\S|\s(?!-))*)/gs;

/** Properties that say how a JVM goes to the network and whom it trusts, and hold no secret. */
const HARMLESS =
  /^((https?\.|ftp\.|socks)?(proxyHost|proxyPort|proxyUser|nonProxyHosts)|socksProxy(Host|Port|Version)|jdk\.http\.auth\.(tunneling|proxying)\.disabledSchemes|java\.net\.(preferIPv4Stack|preferIPv6Addresses|useSystemProxies)|javax\.net\.ssl\.trustStore(Type)?)$/i;

/**
 * Hides the password of every `user:password@` in a text, a user name that stands alone, and the value of every
 * JVM property that is not known to be harmless. Letters and digits go; the characters that clients trip over
 * (`@ : / # % ?`) stay in their places, so a client model reads the masked value as it would have read the true one.
 *
 * @param mark what stands for them; without it, `***`, and a text that is masked already stays as it is
 */
export function maskCredentials(text: string, mark = keepMarkers): string {
  const once = inRounds(mark);
  return text
    .replace(IN_URL, (_, scheme: string, userinfo: string) => `${scheme}${maskUserinfo(userinfo, once)}@`)
    .replace(BARE, (_, before: string, userinfo: string) => `${before}${maskUserinfo(userinfo, once)}@`)
    .replace(JVM_PROPERTY, (option: string, head: string, property: string, value: string) =>
      HARMLESS.test(property) ? option : `${head}${maskAsOne(value, /[^\s"'\\]+/g, once)}`,
    );
}

/** One option for a JVM, up to what begins the next one: a list may hold blanks that do not belong there. */
const JVM_OPTION = /\S[\s\S]*?(?=\s[-–—]|$)/g;

/** Options besides properties that hold no secret. */
const JVM_FLAG = /^-(?:D|server|client|Xm[snx]\w+|Xss\w+|XX:[+-]?\w+(?:=\d+\w?)?)$/;

/**
 * Hides all of a JVM's options but those that are known to be harmless, whatever way a secret is written among
 * them. What parts the words (blanks, quotes, `=`) stays, so a client model splits the masked value as the true one.
 */
export function maskJvmOptions(text: string, mark = keepMarkers): string {
  return text.replace(JVM_OPTION, (option) => {
    const [head = "", property = ""] = /^["']*-D["']?([^\s="']{1,200})["']?=/.exec(option) ?? [];
    if (head === "") return JVM_FLAG.test(option.replace(/["'\s]/g, "")) ? option : maskWords(option, mark);
    if (HARMLESS.test(property)) return `${head}${maskListValue(option.slice(head.length), mark)}`;
    return `${head}${maskWords(option.slice(head.length), mark)}`;
  });
}

function maskWords(text: string, mark: Mark): string {
  return maskAsOne(text, /[^\s"'\\=-]+/g, mark);
}

/** Hides what is secret in a list, or in a word that stands where one may: logins, and what is no part of it. */
export function maskListValue(text: string, mark = keepMarkers): string {
  const once = inRounds(mark);
  return maskStrays(maskCredentials(text, once), once);
}

/** A URL without its password, and without the query and fragment, where tokens and signatures stand. */
export function maskUrl(url: string): string {
  return maskCredentials(url).replace(/([?#])[\s\S]+/, `$1${MASK}`);
}

/** A scheme, however misspelled, and the quotes and blanks that a value may begin with. */
const SCHEME = /^[\s"'\\`“”„‟‘’‚‛«»]*(?:https?:\/*|[a-z][a-z0-9+.-]*(?::\/\/+|\/\/))?/i;

/** A host, in brackets or not, and a port, with what may follow it; the word `port` stands in instructions. */
const PLACE =
  /^(\[[^\]]*\]|[^:/?#\s=]*)(?:(:)(?:[<[{(]{0,2}(?:proxy[-_]?)?port(?=[>\]})]{0,2}[/\s"']{0,3}$)|\d{0,5}(?![\p{L}\p{N}])))?/iu;

/** Several colons are an address, which some clients take without brackets. */
const BARE_IPV6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*(?![^\s"'/])/i;

/** A word that is no part of a proxy's URL, whatever stands in it: an option, or an assignment. */
const WORD_BEHIND = /(?<=\S)\s-{0,2}(?:[\w*]+=|(?<=-)[^\s-])/;

/**
 * Hides what is secret in the value of a setting that names a proxy, malformed or not: the login before the last
 * `@`, and all that follows the host and the port. Where a grammar has cut the value before its `@`, the user
 * stands in the host's place, and of a password no more is shown than what could be a port. Of a proxy script the
 * path is shown: it is fetched from there.
 */
export function maskProxyValue(value: string, mark = keepMarkers): string {
  const end = value.search(WORD_BEHIND);
  if (end >= 0) return `${maskProxyValue(value.slice(0, end), mark)}${maskStrays(value.slice(end), mark)}`;
  if (SCRIPT.test(value)) return maskScriptUrl(value, mark);
  const [scheme = ""] = SCHEME.exec(value) ?? [];
  const rest = value.slice(scheme.length);
  const at = rest.lastIndexOf("@");
  if (at < 0) return `${scheme}${maskPlace(rest, mark)}`;
  return `${scheme}${maskUserinfo(rest.slice(0, at), mark)}@${maskPlace(rest.slice(at + 1), mark)}`;
}

/** The URL of a proxy script. */
const SCRIPT = /^pac\+(?:https?|file|data):/i;

/** Hides the login of a script's URL and what follows its path; a script that stands in its URL has no such end. */
function maskScriptUrl(url: string, mark: Mark): string {
  const masked = maskCredentials(url, mark);
  return /^pac\+data:/i.test(url) ? masked : masked.replace(/(?<=[?#]).+/s, (secret) => mark(secret));
}

/** Keeps a host and a port; the words of all that follows go, and asterisks before one, which may be a marker. */
function maskPlace(text: string, mark: Mark): string {
  const [place = ""] = BARE_IPV6.exec(text) ?? PLACE.exec(text) ?? [];
  const runs = /(?<!\*)\**[\p{L}\p{N}][^\s@:/#%?[\]\\"']*/gu;
  return `${place}${maskAsOne(text.slice(place.length), runs, mark)}`;
}

function maskUserinfo(userinfo: string, mark: Mark): string {
  const colon = userinfo.indexOf(":");
  if (colon < 0) return maskRuns(userinfo, userinfo, mark);
  // What is as long as a token may be one, where the password is missing or a well-known word.
  const isToken = /^[^:]{16,}:(?:x-oauth-basic)?$/.test(userinfo);
  if (isToken) return maskRuns(userinfo, userinfo.slice(0, colon), mark);
  const password = userinfo.slice(colon + 1);
  return `${userinfo.slice(0, colon + 1)}${maskRuns(password, password, mark)}`;
}

/** Hides the runs of a text that belongs to a secret. */
function maskRuns(text: string, secret: string, mark: Mark): string {
  const runs = /(?:%[0-9a-f]{2}|[^\s@:/#%?[\]\\])+/gi;
  // What hides nothing takes no number.
  return text.search(runs) < 0 ? text : text.replace(runs, mark(secret));
}

/** Text from a network or a file, safe for a terminal: control and format characters become visible. */
export function scrub(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\r" ? "" : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
