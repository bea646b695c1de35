import { maskLogin, maskPlace, maskUserinfo, partsOf } from "./authority.ts";
import { maskEntries } from "./list-entries.ts";
import { inRounds, keepMarkers, MASK, type Mark, maskAsOne } from "./mark.ts";
import { maskStrays } from "./stray-words.ts";

// The repetitions are bounded, or cannot fail, so that no text, however made, takes more than linear time.

/** `scheme://userinfo@`: the userinfo ends at the last `@` before the next URL, white space in it or not. */
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/)((?:\S|[^\S\n](?!\S{0,80}:\/\/)){0,1024})@/gi;

/** `user:password@` with no scheme before it, or with one that lacks its colon. */
const BARE = /(^|[\s"'=,|]|\/\/)([^\s"'=@:/,]{1,256}(?::|%(?:25){0,3}3a)(?!\/\/)\S{0,1024})@/gi;

/** `user:password@` of which the `@` is percent-encoded, as are, in a URL that is so as a whole, `:` and `/`. */
const ENCODED =
  /(^|[\s"'=,|&/]|%(?:25){0,3}2f)((?:(?!%(?:25){0,3}2f)[^\s"'=@:/,|&?#]){1,256}?(?::|%(?:25){0,3}3a)(?!\/\/|%(?:25){0,3}2f)[^\s"'@/,|&?#]{0,1024})(%(?:25){0,3}40)/gi;

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
    .replace(
      ENCODED,
      (_, before: string, userinfo: string, at: string) => `${before}${maskUserinfo(userinfo, once)}${at}`,
    )
    .replace(JVM_PROPERTY, (_, head: string, property: string, value: string) =>
      HARMLESS.test(property)
        ? `${head}${value.replace(/^\S+/, (word) => maskProperty(property, word, once))}`
        : `${head}${maskAsOne(value, /[^\s"'\\]+/g, once)}`,
    );
}

/** The value of a property that holds no secret, if it is written as it ought to be. */
function maskProperty(property: string, value: string, mark: Mark): string {
  if (/proxy(?:Host|Port)$/i.test(property)) return maskProxyValue(value, mark);
  return /trustStore/i.test(property) ? maskPaths(value, mark) : maskListValue(value, mark);
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
    if (HARMLESS.test(property)) return `${head}${maskProperty(property, option.slice(head.length), mark)}`;
    return `${head}${maskWords(option.slice(head.length), mark)}`;
  });
}

function maskWords(text: string, mark: Mark): string {
  return maskAsOne(text, /[^\s"'\\=-]+/g, mark);
}

/** Hides what is secret in a list of hosts, or in a word that stands where one may: logins, and what is no part of it. */
export function maskListValue(text: string, mark = keepMarkers): string {
  const once = inRounds(mark);
  return maskStrays(maskEntries(maskCredentials(text, once), once), once);
}

/** Hides what is secret in the path of a file, or several: logins, and what is no part of it. */
export function maskPaths(text: string, mark = keepMarkers): string {
  const once = inRounds(mark);
  return maskStrays(maskCredentials(text, once), once);
}

/**
 * Hides what is secret in a part of a setting's name, which may be a URL: its login, and its query and fragment. A name
 * is the same in whatever text it stands, and shows no number.
 */
export function maskNamePart(part: string): string {
  const masked = maskCredentials(part, () => MASK);
  return masked.includes("://") ? masked.replace(/([?#])[\s\S]+/, `$1${MASK}`) : masked;
}

/** A URL without its password, and without the query and fragment, where tokens and signatures stand. */
export function maskUrl(url: string): string {
  return maskCredentials(url).replace(/([?#])[\s\S]+/, `$1${MASK}`);
}

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
  const parts = partsOf(value);
  return `${maskLogin(parts, mark)}${maskPlace(parts.place, mark)}`;
}

/** The URL of a proxy script. */
const SCRIPT = /^pac\+(?:https?|file|data):/i;

/** Hides the login of a script's URL and what follows its path; a script that stands in its URL has no such end. */
function maskScriptUrl(url: string, mark: Mark): string {
  const masked = maskCredentials(url, mark);
  return /^pac\+data:/i.test(url) ? masked : masked.replace(/(?<=[?#]).+/s, (secret) => mark(secret));
}

/** Text from a network or a file, safe for a terminal: control and format characters become visible. */
export function scrub(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\r" ? "" : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
