import { type Addresses, addressesBy } from "./addresses.ts";
import { withoutPieces } from "./joined.ts";
import type { Keyed } from "./keyed.ts";
import { sharedPath } from "./paths.ts";
import type { PrivateNames } from "./private-names.ts";
import {
  canonical,
  decoded,
  domainsOf,
  isAwsName,
  isPublicLabel,
  isPublicName,
  parted,
} from "./public-names.ts";
import { sharedUrlPath, URL_PATH } from "./url-paths.ts";
import { type Words, wordsBy } from "./words.ts";

/** What replaces names and addresses, always one by the same. */
export type Renaming = {
  /** A name or an address alone. */
  readonly host: (host: string) => string;
  /** Settings, paths, ids, URLs: what is a name there, and nothing else. */
  readonly text: (text: string) => string;
  /** As `text`, and each label of a name alone too: of pieces a grammar may put names together. */
  readonly everyLabel: (text: string) => string;
  /** A line of a settings file, of which nobody knows whether its pieces are names: as `text`, and they are words. */
  readonly line: (text: string) => string;
  /** Sentences, on which nothing is decided: all that looks like a name too. */
  readonly words: (text: string) => string;
  /** A word that is a name of its own, such as a user's. */
  readonly word: Words;
  /** What stands in a URL behind its host, alone. */
  readonly urlPath: (path: string) => string;
};

/** What begins a statement of sudoers, and the names of the settings that are read of them, before their scope. */
const SUDOERS = `(?:Defaults|env_keep[+-]?|env_reset)`;
/** The users, hosts or commands that such a statement is for alone. */
const SCOPE = String.raw`(?<=(?:^|\s)${SUDOERS}(?<sign>[:@>!])[ \t]{0,8})(?<scope>(?:"[^"\n]*"|[^\s,="])+(?:[ \t]{0,8},[ \t]{0,8}(?:"[^"\n]*"|[^\s,="])+)*)`;
/** Who logs in: what stands before `@`, up to a colon. */
const USER = String.raw`(?<=\/\/|::|^|[\s"'=,|])(?!${SUDOERS}@)(?<user>[^\s"'=@:/,|]{1,256})(?=(?::(?!\/\/|:)[^\s/]{0,1024})?@)`;
const OPTION_USER = String.raw`(?<=proxyUser["']?=["']?)(?<option>[^\s"']{1,256})`;
const HOME = String.raw`(?<=\/(?:home|Users)\/)(?<home>[^\s/"':,]{1,256})`;
const DATA = String.raw`(?<=\bdata:)(?<data>[^\s"'|]{1,65536})`;
const V6 = String.raw`(?<![\w:.])(?<v6>(?:[\da-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4})(?:\/\d{1,3})?)(?![\w:])`;
const V4 = String.raw`(?<!\w|\w\.)(?<v4>\d{1,10}(?:\.\d{1,10}){3}(?:\/\d{1,2})?)(?!\w|\.\w)`;
/** \`10.0.\` and \`10.0.*\`: the beginning of addresses, in a list. */
const BEGINNING = String.raw`(?<![\w.*-])(?<beginning>\d{1,3}(?:\.\d{1,3}){0,2})(?=\.?\*|\.(?=$|[\s,|"']))`;
const NUMBER = String.raw`(?<=:\/\/|@)(?<number>0x[\da-f]{7,8}|\d{8,10})(?=[:/\s"']|$)`;
/** What stands for something else in a unit file, and no encoded character in a URL. */
const SPECIFIER = String.raw`%(?![\da-f]{2})[a-z]`;
const NAME = String.raw`(?<name>(?:[\p{L}\p{M}\p{N}_]|%[\da-f]{2})(?:[\p{L}\p{M}\p{N}_.-]|%[\da-f]{2})*)`;

/** What may have to be replaced, the longest first; paths as they stand. */
function piecesWith(paths: ReadonlySet<string>): RegExp {
  const longestFirst = [...paths].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((path) => path.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const path = escaped.length === 0 ? [] : [`(?<path>${escaped.join("|")})`];
  return new RegExp(
    [
      ...path,
      SCOPE,
      USER,
      OPTION_USER,
      HOME,
      DATA,
      URL_PATH,
      V6,
      V4,
      BEGINNING,
      NUMBER,
      `(?<specifier>${SPECIFIER})`,
      NAME,
    ].join("|"),
    "giu",
  );
}

/** Users that images and programs have, whoever runs them. */
const COMMON_USERS: ReadonlySet<string> = new Set([
  "ubuntu",
  "ec2-user",
  "centos",
  "admin",
  "circleci",
  "git",
  "root",
  "sudo",
  "wheel",
]);

/** Replaces what is private, by words and addresses that are drawn anew with each key. */
export function renamingBy(keyed: Keyed, names: PrivateNames, paths: ReadonlySet<string>): Renaming {
  const labels = new Set([...names.domains].flatMap((domain) => domain.split(".")));
  const taken = new Set([...labels, ...names.words, ...names.placeholders]);
  const word = wordsBy(keyed, taken, names.fragments);
  const means = { keyed, addresses: addressesBy(keyed), word, names, pieces: piecesWith(paths) };
  const rename = (isName: (name: string) => boolean) => (text: string) =>
    replaced(text, { ...means, isName });
  const text = rename((name) => isKnown(names, name));
  const isPart = (name: string) => labels.has(name) && !isPublicName(name);
  return {
    host: rename((name) => !isEverybodys(names, name)),
    text,
    line: (original) => withoutPieces(text(original), original, { word, placeholders: names.placeholders }),
    everyLabel: rename((name) => isKnown(names, name) || isPart(name)),
    words: rename((name) => isKnown(names, name) || looksLikeName(name)),
    word: (user) => (COMMON_USERS.has(user) ? user : replacedRuns(user, word, names)),
    urlPath: (path) => sharedUrlPath(path, word, names),
  };
}

type Means = {
  readonly keyed: Keyed;
  readonly addresses: Addresses;
  readonly word: Words;
  readonly pieces: RegExp;
  readonly isName: (name: string) => boolean;
  readonly names: PrivateNames;
};

function replaced(text: string, means: Means): string {
  const { addresses, word, names, pieces } = means;
  return text.replace(pieces, (piece: string, ...found: readonly unknown[]) => {
    const groups = groupsOf(found);
    const { path, sign, scope, user, option, home, data, urlPath } = groups;
    const { v6, v4, beginning, number, specifier } = groups;
    if (specifier !== undefined) return piece;
    if (path !== undefined) return sharedPath(path, word);
    if (scope !== undefined) return sharedScope(sign, scope, means);
    if ((user ?? option ?? home) !== undefined) {
      return COMMON_USERS.has(piece) ? piece : replacedRuns(piece, word, names);
    }
    if (urlPath !== undefined) return sharedUrlPath(piece, word, names);
    if (data !== undefined) return `,${word(data)}`;
    if (v6 !== undefined) return addresses.v6(v6) ?? replacedNames(v6, means);
    if ((v4 ?? beginning) !== undefined) return addresses.v4(piece);
    if (number !== undefined) return numberReplaced(number, addresses);
    return replacedName(piece, means);
  });
}

function groupsOf(found: readonly unknown[]): Readonly<Record<string, string | undefined>> {
  const groups: unknown = found.at(-1);
  const entries = typeof groups === "object" && groups !== null ? Object.entries(groups) : [];
  return Object.fromEntries(entries.filter(([, value]) => typeof value === "string"));
}

function replacedNames(text: string, means: Means): string {
  return text.replace(/[\p{L}\p{N}_.-]+/gu, (name) => replacedName(name, means));
}

/** For whom alone sudo takes a statement: hosts, commands, or users and groups, of which numbers and everybody stay. */
function sharedScope(sign: string | undefined, scope: string, means: Means): string {
  const { word, names } = means;
  if (sign === "@") return replaced(scope, { ...means, isName: (name) => !isEverybodys(names, name) });
  if (sign === "!") return scope.replace(/[^\s,]+/g, (command) => sharedPath(command, word));
  return scope.replace(/#-?\d+|[\p{L}\p{M}\p{N}_-]+/gu, (who) =>
    /^#|^ALL$/.test(who) || COMMON_USERS.has(who) ? who : word(who),
  );
}

/** What parts a user's name from a domain, encoded or not, a specifier, and what a masked password leaves, stays. */
const USER_PART = new RegExp(
  String.raw`${SPECIFIER}|%(?:5c|40|2f|3a)|(?<part>(?:[\p{L}\p{M}\p{N}_-]|%[\da-f]{2})+?)(?=%(?:5c|40|2f|3a)|[^\p{L}\p{M}\p{N}_%-]|${SPECIFIER}|$)`,
  "giu",
);

function replacedRuns(user: string, word: Words, { placeholders }: PrivateNames): string {
  if (user.includes("*")) return user;
  return user.replace(USER_PART, (run, part?: string) =>
    part === undefined || placeholders.has(canonical(part)) ? run : word(decoded(part)),
  );
}

function replacedName(piece: string, { keyed, word, isName }: Means): string {
  if (/^i-(?:[\da-f]{8}|[\da-f]{17})$/i.test(piece))
    return `i-${hexOf(keyed("instance", piece), piece.length - 2)}`;
  if (/^\d{12}$/.test(piece)) return word(piece);
  const { start, inner: name, end } = parted(decoded(piece), ".-");
  const read = canonical(name);
  if (name === "" || !isName(read)) return piece;
  const isPublic = (label: string) => label === "" || isPublicLabel(canonical(label), read);
  const made = name.split(".").map((label) => (isPublic(label) ? label : word(label)));
  return `${start}${encodedLike(piece, made.join("."))}${end}`;
}

/** Clients stumble over a name in which something is encoded, and so they do over the other. */
function encodedLike(piece: string, name: string): string {
  const first = name.codePointAt(0);
  if (!piece.includes("%") || first === undefined) return name;
  return `%${first.toString(16).padStart(2, "0")}${name.slice(1)}`;
}

function isEverybodys({ placeholders }: PrivateNames, name: string): boolean {
  return placeholders.has(name) || isPublicName(name);
}

function isKnown({ domains, words }: PrivateNames, name: string): boolean {
  if (!name.includes(".")) return words.has(name);
  if (isPublicName(name)) return false;
  if (isAwsName(name)) return true;
  return domainsOf(name).some((domain) => domains.has(domain));
}

function looksLikeName(name: string): boolean {
  return /^[^.].*\.(?:xn--[\w-]+|\p{L}{2,})$/u.test(name) && !isPublicName(name);
}

function numberReplaced(number: string, addresses: Addresses): string {
  const value = Number(number);
  if (value > 0xffffffff) return number;
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
  const made = addresses
    .v4(octets.join("."))
    .split(".")
    .reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return number.startsWith("0x") ? `0x${made.toString(16).padStart(number.length - 2, "0")}` : `${made}`;
}

function hexOf(drawn: Uint8Array, length: number): string {
  return [...drawn]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, length);
}
