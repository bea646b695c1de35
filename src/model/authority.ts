import { type Mark, maskAsOne, maskRuns } from "./mark.ts";

/** A sign of URLs, itself percent-encoded, once or again, or not. */
const sign = (plain: string, code: string) => `(?:${plain}|%(?:25){0,3}${code})`;
const COLON = sign(":", "3a");
const SLASH = sign("/", "2f");

/** A scheme, however misspelled, and the quotes and blanks that a value may begin with. */
const SCHEME = new RegExp(
  String.raw`^[\s"'\\${"`"}“”„‟‘’‚‛«»]*(?:https?${COLON}${SLASH}*|[a-z][a-z0-9+.-]*${COLON}?${SLASH}{2,}|${SLASH}{2,})?`,
  "i",
);

/** A host, in brackets or not, and a port, with what may follow it; the word `port` stands in instructions. */
const PLACE = new RegExp(
  String.raw`^(\[[^\]]*\]|(?:(?!%(?:25){0,3}(?:3a|2f))[^:/?#\s=])*)(?:${COLON}(?:[<[{(]{0,2}(?:proxy[-_]?)?port(?=[>\]})]{0,2}[/\s"']{0,3}$)|\d{0,5}(?![\p{L}\p{N}]))|%(?:25){0,3}3a)?`,
  "iu",
);

/** Several colons are an address, which some clients take without brackets; one that is shortened may have a zone. */
const BARE_IPV6 =
  /^\[?[\da-f]*:[\da-f]*:[\da-f:.*]*(?:(?<=::[\da-f:]{0,30})%(?!(?:25){0,3}3a)\w{1,15})?(?![^\s"'/])/i;

/** What stands where a URL has its scheme, its login with the `@` behind it, and its host and all that follows. */
export type Parts = {
  readonly scheme: string;
  readonly login?: { readonly userinfo: string; readonly at: string };
  readonly place: string;
};

/** Takes a value apart; its login ends at the last `@`, or, where there is none, at the last encoded one. */
export function partsOf(value: string): Parts {
  const [scheme = ""] = SCHEME.exec(value) ?? [];
  const rest = value.slice(scheme.length);
  const last = [...rest.matchAll(/@/g)].at(-1) ?? [...rest.matchAll(/%(?:25){0,3}40/gi)].at(-1);
  if (last === undefined) return { scheme, place: rest };
  const userinfo = rest.slice(0, last.index);
  return { scheme, login: { userinfo, at: last[0] }, place: rest.slice(last.index + last[0].length) };
}

/** Hides what is secret in a login, whose end is masked by the caller; where there is none, it is empty. */
export function maskLogin({ scheme, login }: Parts, mark: Mark): string {
  return login === undefined ? scheme : `${scheme}${maskUserinfo(login.userinfo, mark)}${login.at}`;
}

/** The beginning of a text that is a host, and a port. */
export function placeIn(text: string): string {
  return (BARE_IPV6.exec(text) ?? PLACE.exec(text))?.[0] ?? "";
}

/** Keeps a host and a port; the words of all that follows go, and asterisks before one, which may be a marker. */
export function maskPlace(text: string, mark: Mark): string {
  const place = placeIn(text);
  const runs = /(?<!\*)\**[\p{L}\p{N}][^\s@:/#%?[\]\\"']*/gu;
  return `${place}${maskAsOne(text.slice(place.length), runs, mark)}`;
}

/** Hides the password of `user:password`, its colon encoded or not, and a user who has none, since it is a token. */
export function maskUserinfo(userinfo: string, mark: Mark): string {
  const colon = /:|%(?:25){0,3}3a/i.exec(userinfo);
  if (colon === null) return maskRuns(userinfo, LOGIN_RUNS, userinfo, mark);
  const user = userinfo.slice(0, colon.index);
  const head = `${user}${colon[0]}`;
  const password = userinfo.slice(head.length);
  // What is as long as a token may be one, where the password is missing or a well-known word.
  const isToken = user.length >= 16 && ["", "x-oauth-basic"].includes(password);
  return isToken
    ? maskRuns(userinfo, LOGIN_RUNS, user, mark)
    : `${head}${maskRuns(password, LOGIN_RUNS, password, mark)}`;
}

/** The runs of a login, with what of it is percent-encoded. */
const LOGIN_RUNS = /(?:%[0-9a-f]{2}|[^\s@:/#%?[\]\\])+/gi;
