import { lineCounter, provedInsertion, provedReplacement, type Span, splice } from "./edit.ts";
import type { Assignment, Format } from "./format.ts";

const KEY = "HttpProxy";

type Entry = Assignment & { readonly span: Span };

/** Whether the text is one JSON object; Replicated reads nothing else. */
function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** Assignments of the key in the outermost object, with the place of their values. */
function entriesOf(text: string): readonly Entry[] {
  if (!isJsonObject(text)) return [];
  const lineAt = lineCounter(text);
  const entries: Entry[] = [];
  let depth = 0;
  const structure = /[{}[\]"]/g;
  for (let match = structure.exec(text); match !== null; match = structure.exec(text)) {
    const [sign] = match;
    if (/[{[]/.test(sign)) depth++;
    if (/[}\]]/.test(sign)) depth--;
    if (sign !== '"') continue;
    structure.lastIndex = stringEnd(text, match.index);
    const key = text.slice(match.index, structure.lastIndex);
    const span = depth === 1 ? memberString(text, structure.lastIndex) : undefined;
    if (span === undefined || decoded(key) !== KEY) continue;
    const value = decoded(text.slice(span.start, span.end));
    entries.push({ name: KEY, value, line: lineAt(match.index), exported: true, span });
  }
  // Of keys that repeat, the last one counts.
  return entries.slice(-1);
}

/** Where the string that begins at `start` ends. A regular expression would take a stack as deep as the string is long. */
function stringEnd(text: string, start: number): number {
  const special = /["\\]/g;
  special.lastIndex = start + 1;
  while (special.exec(text)?.[0] === "\\") special.lastIndex++;
  return special.lastIndex;
}

/** The string that stands as a member's value behind a key. */
function memberString(text: string, from: number): Span | undefined {
  const colon = /\s*:\s*/y;
  colon.lastIndex = from;
  const start = colon.test(text) ? colon.lastIndex : from;
  return text[start] === '"' ? { start, end: stringEnd(text, start) } : undefined;
}

function decoded(literal: string): string {
  return String(JSON.parse(literal));
}

function read(text: string): readonly Assignment[] {
  return entriesOf(text).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
}

/** The first mention of the key in a text that is no JSON object, with the value a person would read. */
function flawed(text: string): readonly Assignment[] {
  if (isJsonObject(text)) return [];
  const match = new RegExp(`\\b${KEY}\\b["']?\\s*[:=]\\s*["']?([^"'\\s,}]+)`).exec(text);
  const value = match?.[1];
  if (match === null || value === undefined) return [];
  return [{ name: KEY, value, line: lineCounter(text)(match.index), exported: false, flaw: "not-json" }];
}

function replace(text: string, line: number, name: string, value: string): string {
  const entry = entriesOf(text).find((each) => each.line === line && each.name === name);
  if (entry === undefined || entry.value === value) return text;
  const after = splice(text, entry.span, JSON.stringify(value));
  return provedReplacement(read, { before: text, after }, { line, name, value });
}

function insert(text: string, _line: number, name: string, value: string): string {
  const member = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const [all = "", blanks = "", closing = ""] = /^\s*\{(\s*)(\}?)/.exec(text) ?? [];
  const place = all.length - blanks.length - closing.length;
  const joint = closing === "" ? `,${blanks === "" ? " " : blanks}` : "";
  const indented = closing === "" ? { start: place + blanks.length } : { start: place };
  const after =
    all === ""
      ? `{${member}}\n${text}`
      : splice(text, { ...indented, end: indented.start }, `${member}${joint}`);
  return provedInsertion(read, { before: text, after }, { name, value });
}

/**
 * `/etc/replicated.conf`: one JSON object, of which `HttpProxy` matters (domain-facts 4.1). Text that is not
 * valid JSON gives no assignment; what it mentions is flawed. A new key comes first in the object, on a line of its own where the first
 * key has one; `line` does not matter.
 */
export const replicatedConf: Format = { read, flawed, replace, insert };
