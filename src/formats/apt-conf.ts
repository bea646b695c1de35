import { holdsMask } from "../model/mark.ts";
import { maskNamePart } from "../model/redact.ts";
import { type AptStatement, aptStatements, isBlank } from "./apt-statements.ts";
import {
  addLine,
  afterLine,
  endingNear,
  nextLine,
  provedInsertion,
  provedReplacement,
  splice,
} from "./edit.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { withoutStatement } from "./removal.ts";

/** `at` is where the value begins in the statement's words; what clears a name has none. */
type Entry = Assignment & { readonly statement: AptStatement; readonly at?: number };

type Reading = {
  readonly entries: readonly Entry[];
  readonly fault?: TextFault;
  /** Offsets behind which no block is open. */
  readonly tops: readonly number[];
};

/** apt keeps no more blocks that enclose one another, reads no longer tag, and no setting has a longer name. */
const DEEPEST = 100;
const LONGEST_TAG = 1024;
const LONGEST_NAME = 512;

function readingOf(text: string): Reading {
  let entries: Entry[] = [];
  const tops: number[] = [];
  const blocks: string[] = [];
  let parent = "";
  const stop = (line: number): Reading => ({ entries, tops, fault: { kind: "syntax-error", line } });
  for (const statement of aptStatements(text)) {
    if (statement.mark === "none") return stop(statement.line);
    const { words, mark } = statement;
    if (words !== "") {
      const read = wordsOf(words);
      if (read === undefined || blocks.length === DEEPEST) return stop(statement.line);
      if (isRefused(read, mark, parent)) return stop(statement.line);
      if (read.value !== undefined && read.tag.startsWith("#")) {
        if (read.tag === "#clear") entries = cleared(entries, statement, read.value);
      } else {
        const name = read.tag === "" || parent === "" ? read.tag : `${parent}::${read.tag}`;
        const isNamed = read.tag !== "" && name.length <= LONGEST_NAME;
        if (isNamed && read.value !== undefined)
          entries.push(entryOf(statement, shownName(name), read.value, read.at));
        if (mark === "{") {
          blocks.push(parent);
          parent = name;
        }
      }
    } else if (mark === "{") return stop(statement.line);
    if (mark === "}") parent = blocks.pop() ?? "";
    if (mark !== "{" && blocks.length === 0) tops.push(statement.end);
  }
  return { entries, tops };
}

/** apt has three directives, takes them outside of all blocks, and wants to know what it shall clear. */
function isRefused({ tag, value }: Words, mark: AptStatement["mark"], parent: string): boolean {
  if (value === undefined) return tag === "#clear" && mark !== "{";
  return tag.startsWith("#") && (parent !== "" || !/^#(?:clear|include|x-apt-configure-index)$/.test(tag));
}

function entryOf(statement: AptStatement, name: string, value: string, at: number): Entry {
  return { name, value, line: statement.line, exported: true, statement, at };
}

/** A name's last part may be a host, and one with a login. */
function shownName(name: string): string {
  return name.split("::").map(maskNamePart).join("::");
}

/** What is cleared is set to nothing, with all that is below it, in whatever file it stood. */
function cleared(entries: readonly Entry[], statement: AptStatement, spelled = ""): Entry[] {
  const tree = shownName(spelled);
  const name = tree.toLowerCase();
  const isWithin = (other: string) => other === name || other.startsWith(`${name}::`);
  const kept = entries.filter((entry) => !isWithin(entry.name.toLowerCase()));
  const clearing = { value: "", line: statement.line, exported: true, statement };
  const everything = name === "acquire" ? { resets: true as const } : {};
  return tree === "" ? kept : [...kept, { name: tree, ...clearing, ...everything }];
}

/** A tag and its value; `at` is where the value begins. A word alone is a tag where a block follows, else a value. */
type Words = { readonly tag: string; readonly value?: string; readonly at: number };

function wordsOf(words: string): Words | undefined {
  const tag = wordAt(words, 0);
  if (tag === undefined || tag.text.length > LONGEST_TAG) return undefined;
  if (tag.next === words.length) return { tag: tag.text, at: 0 };
  const quoted = stringsAt(words, tag.next);
  if (quoted !== undefined) return { tag: tag.text, value: quoted, at: tag.next };
  const value = wordAt(words, tag.next);
  return value?.next === words.length ? { tag: tag.text, value: value.text, at: tag.next } : undefined;
}

/** Strings in quotes to the end, blanks between them made one (`ParseCWord`). */
function stringsAt(words: string, at: number): string | undefined {
  const pieces = words.slice(at).split('"');
  const isWhole = pieces.length > 1 && pieces.length % 2 === 1 && pieces[0] === "" && pieces.at(-1) === "";
  if (!isWhole || pieces.some((piece, index) => index % 2 === 0 && piece.trim() !== "")) return undefined;
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : piece.slice(0, 1))).join("");
}

/** A word that may hold quotes, and brackets that hold blanks; `%41` is a letter (`ParseQuoteWord`). */
function wordAt(words: string, at: number): { readonly text: string; readonly next: number } | undefined {
  let end = at;
  for (; end < words.length && !isBlank(words[end]); end++) {
    if (words[end] !== '"' && words[end] !== "[") continue;
    end = words.indexOf(words[end] === "[" ? "]" : '"', end + 1);
    if (end < 0) return undefined;
  }
  const text = words
    .slice(at, end)
    .replace(/%([\da-f]{2})|"/gi, (_, hex?: string) =>
      hex === undefined ? "" : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  while (isBlank(words[end])) end++;
  return { text, next: end };
}

function read(text: string): readonly Assignment[] {
  return readingOf(text).entries.map(({ statement: _statement, at: _at, ...assignment }) => assignment);
}

function faults(text: string): readonly TextFault[] {
  const { fault } = readingOf(text);
  return fault === undefined ? [] : [fault];
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entryAt(text, line, name);
  if (entry?.at === undefined || entry.value === value || !isString(value)) return text;
  const { offsets } = entry.statement;
  const [start, last] = [offsets[entry.at] ?? 0, offsets.at(-1) ?? 0];
  // A comment within the value, or a line ending, would go with it.
  if (last - start !== offsets.length - 1 - entry.at || text.slice(start, last).includes("\n")) return text;
  const after = splice(text, { start, end: last + 1 }, `"${value}"`);
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function entryAt(text: string, line: number, name: string): Entry | undefined {
  return readingOf(text).entries.findLast((each) => each.line === line && each.name === name);
}

/** Nothing in a string is special but its quote; a tab becomes blanks. */
function isString(value: string): boolean {
  return !/["\n\r\t]/.test(value);
}

function insert(text: string, line: number, name: string, value: string): string {
  if (!isString(value) || holdsMask(name)) return text;
  const here = afterLine(text, line);
  const top = readingOf(text).tops.find((offset) => offset >= here);
  // Within a block the name would be another: then it comes behind the block.
  for (const offset of top === undefined ? [here] : [here, nextLine(text, top)]) {
    const after = addLine(text, offset, `${name} "${value}";`, endingNear(text, offset));
    const proved = provedInsertion(read, { before: text, after }, { name, value });
    if (proved !== text) return proved;
  }
  return text;
}

function remove(text: string, line: number, name: string): string {
  const entry = entryAt(text, line, name);
  const { offsets = [], end = 0 } = entry?.statement ?? {};
  const span = { start: offsets[0] ?? 0, end: end + 1 };
  return withoutStatement(read, text, span, { line, name }, /^[ \t]*(?:\/\/.*|#(?!clear|include).*)?$/);
}

/**
 * apt.conf and the files of apt.conf.d (`ReadConfigFile` of apt's `apt-pkg/contrib/configuration.cc`, checked against
 * 2.6.1): `Name "value";` or the name taken apart into blocks, comments of three kinds, any case of letters. An
 * error in the syntax ends the reading, and stops apt. `#clear` sets a name to nothing; `#include` is not followed.
 * The name is the whole path, `Acquire::http::Proxy::mirror.internal`, in the spelling of the file.
 *
 * A value without quotes that holds `//` ends there: the rest is a comment to apt, and what follows an error.
 * A new assignment is written with the whole path, behind the block that `line` may stand in.
 */
export const aptConf: Format = { read, faults, replace, insert, remove };
