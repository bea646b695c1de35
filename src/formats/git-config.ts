import { holdsMask } from "../model/mark.ts";
import { maskNamePart } from "../model/redact.ts";
import { addLine, endingNear, lineCounter, nextLine, provedInsertion } from "./edit.ts";
import type { Format, TextFault } from "./format.ts";
import { type Entry, lineFormat } from "./line-format.ts";
import { isHarmless } from "./quoting.ts";

/** Where the settings of a section may go on: behind its head and each of its assignments. */
type Place = { readonly prefix: string; readonly line: number; readonly end: number };

type Reading = {
  readonly entries: readonly Entry[];
  readonly places: readonly Place[];
  readonly fault?: TextFault;
};

/** No setting about proxies has a longer name. */
const LONGEST_NAME = 1024;

const PASSED_OVER = /(?:[ \t\r\n\v\f]+|[#;][^\n]*)*/y;
const SECTION = /\[([A-Za-z0-9.-]+)(?:[ \t\r\v\f]+"((?:[^"\\\n]|\\[^\n])*)")?\]/y;
const KEY = /([A-Za-z][A-Za-z0-9-]*)[ \t]*(=|(?=\r?\n|\r?$))/y;

function readingOf(text: string): Reading {
  const lineAt = lineCounter(text);
  const entries: Entry[] = [];
  const places: Place[] = [];
  let prefix = "";
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (true) {
    at = match(PASSED_OVER, text, at)?.next ?? at;
    if (at >= text.length) return { entries, places };
    const line = lineAt(at);
    const head = match(SECTION, text, at);
    const key = match(KEY, text, at);
    if (head !== undefined) {
      prefix = prefixOf(head.groups[0] ?? "", head.groups[1]);
      places.push({ prefix, line, end: head.next });
      at = head.next;
    } else if (key?.groups[1] === "") at = key.next;
    else {
      const value = key && valueAt(text, key.next);
      if (value === undefined) return { entries, places, fault: { kind: "syntax-error", line } };
      const name = `${prefix}${key?.groups[0]?.toLowerCase()}`;
      const { span, next } = value;
      const statement = { start: at, end: span.end };
      places.push({ prefix, line, end: next });
      if (name.length <= LONGEST_NAME) {
        entries.push({ name, value: value.value, line, exported: true, span, statement });
      }
      at = next;
    }
  }
}

function match(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly groups: readonly (string | undefined)[]; readonly next: number } | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? undefined : { groups: found.slice(1), next: pattern.lastIndex };
}

/** What a section is called in the names of its settings: without the login in its URL, or a token. */
function prefixOf(section: string, sub: string | undefined): string {
  const name = section.toLowerCase();
  return sub === undefined ? `${name}.` : `${name}.${maskNamePart(sub.replace(/\\(.)/g, "$1"))}.`;
}

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", b: "\b", n: "\n", '"': '"', "\\": "\\" };

/** Blanks at both ends, and a comment, are no part of a value; one in quotes is. `undefined`: git refuses it. */
function valueAt(
  text: string,
  from: number,
): (Pick<Entry, "value" | "span"> & { readonly next: number }) | undefined {
  const piece = /\\(\r?\n|[^\r\n]|$)|(")|(\r?\n|\r?$)|([ \t\r\v\f]+)|([#;])|([^"\\\r\n \t\v\f#;]+)/y;
  const start = match(/[ \t\r\v\f]*/y, text, from)?.next ?? from;
  const parts: string[] = [];
  let kept = 0;
  let end = start;
  let inQuotes = false;
  let next = start;
  while (true) {
    const found = match(piece, text, next);
    const [escaped, quote, ending, blanks, comment, plain] = found?.groups ?? [];
    const hasEnded = ending !== undefined || (comment !== undefined && !inQuotes);
    if (found === undefined || (hasEnded && inQuotes)) return undefined;
    if (hasEnded) {
      const close = text.indexOf("\n", next);
      const value = parts.slice(0, kept).join("");
      return { value, span: { start, end }, next: close < 0 ? text.length : close };
    }
    next = found.next;
    if (quote !== undefined) inQuotes = !inQuotes;
    else if (escaped === undefined) parts.push(blanks ?? comment ?? plain ?? "");
    else if (!/^(?:\r?\n)?$/.test(escaped)) {
      const character = Object.hasOwn(ESCAPES, escaped) ? ESCAPES[escaped] : undefined;
      if (character === undefined) return undefined;
      parts.push(character);
    }
    if (blanks !== undefined && !inQuotes) {
      if (kept === 0) parts.pop();
      continue;
    }
    kept = parts.length;
    end = next;
  }
}

function written(value: string, raw: string): string | undefined {
  if (value.includes("\0") || value.includes("\r")) return undefined;
  if (!raw.startsWith('"') && isHarmless(value)) return value;
  return `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t").replaceAll("\b", "\\b")}"`;
}

const lines = lineFormat({
  entriesOf: (text) => readingOf(text).entries,
  written,
  added: () => undefined,
  comment: /^[ \t\r]*(?:[#;].*)?$/,
});

function insert(text: string, line: number, name: string, value: string): string {
  const [, section, url, key = ""] = /^([A-Za-z0-9-]+)\.(?:(.+)\.)?([A-Za-z][A-Za-z0-9-]*)$/.exec(name) ?? [];
  const word = written(value, '"');
  if (section === undefined || word === undefined) return text;
  const places = readingOf(text).places.filter(({ prefix }) => prefix === prefixOf(section, url));
  const place = places.findLast((each) => each.line === line) ?? places.at(-1);
  if (place === undefined && holdsMask(name)) return text;
  const offset = place === undefined ? text.length : nextLine(text, place.end);
  const ending = endingNear(text, offset);
  const sub = url === undefined ? "" : ` "${url.replace(/["\\]/g, "\\$&")}"`;
  const head = place === undefined ? `[${section}${sub}]${ending}` : "";
  const after = addLine(text, offset, `${head}\t${key} = ${word}`, ending);
  return provedInsertion(lines.read, { before: text, after }, { name, value });
}

/** Where reading ends, and git with it. */
function faults(text: string): readonly TextFault[] {
  const { fault } = readingOf(text);
  return fault === undefined ? [] : [fault];
}

/**
 * ~/.gitconfig and /etc/gitconfig (`git_parse_source` of git's `config.c`, checked against 2.39.5): sections, `key =
 * value`, quotes, escapes, lines that go on behind a backslash. A name is `http.proxy`, or `http.<url>.proxy` with the
 * URL as it is spelled but for a password; sections and keys are given in lower case. An error in the syntax ends the
 * reading, and stops git. `include` is not followed. A key without a value is left out.
 *
 * A new assignment joins the last section of its name, or one that is made at the end; `line` chooses among several.
 */
export const gitConfig: Format = { ...lines, insert, faults };
