/** What stands in place of a secret. */
export const MASK = "***";

// The repetitions are bounded so that no text, however made, takes more than linear time.

/** `scheme://userinfo@`: the userinfo ends at the last `@` before the next URL, white space in it or not. */
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/)((?:\S|[^\S\n](?!\S{0,80}:\/\/)){0,1024})@/gi;

/** `user:password@` with no scheme before it. */
const BARE = /(^|[\s"'=])([^\s"'=@:/,]{1,256}:(?!\/\/)\S{0,1024})@/g;

const PASSWORD_PROPERTY = /(-D[\w.]{0,100}(?:password|passwd|secret|token)[\w.]{0,100}=)([^\s"']+)/gi;

/**
 * Hides the password of every `user:password@` in a text, and a user name that stands alone.
 * Letters and digits go; the characters that clients trip over (`@ : / # % ?`) stay in their places, so a
 * client model reads the masked value as it would have read the true one.
 */
export function maskCredentials(text: string): string {
  return text
    .replace(IN_URL, (_, scheme: string, userinfo: string) => `${scheme}${maskUserinfo(userinfo)}@`)
    .replace(BARE, (_, before: string, userinfo: string) => `${before}${maskUserinfo(userinfo)}@`)
    .replace(PASSWORD_PROPERTY, `$1${MASK}`);
}

function maskUserinfo(userinfo: string): string {
  const colon = userinfo.indexOf(":");
  if (colon < 0) return maskRuns(userinfo);
  return `${userinfo.slice(0, colon + 1)}${maskRuns(userinfo.slice(colon + 1))}`;
}

function maskRuns(secret: string): string {
  return secret.replace(/(?:%[0-9a-f]{2}|[^\s@:/#%?[\]\\])+/gi, MASK);
}

/** Text from a network or a file, safe for a terminal: control and format characters become visible. */
export function scrub(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\r" ? "" : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
