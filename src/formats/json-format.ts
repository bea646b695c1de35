import { lineCounter, provedInsertion, provedReplacement, type Span, splice } from "./edit.ts";
import type { Assignment, Format, TextFault } from "./format.ts";
import { insertJsonString } from "./json-edit.ts";
import { decodedJson, readJson } from "./json-members.ts";

/** Which strings of a JSON file are settings, and under what names. */
export type JsonNames = {
  /** The name of what stands at a path of keys, if it is a setting. */
  readonly nameOf: (path: readonly string[]) => string | undefined;
  /** Where a setting of that name would be put. */
  readonly pathOf: (name: string) => readonly string[] | undefined;
  /** Names by the last key alone, for a file that is no JSON. */
  readonly mentions: Readonly<Record<string, string>>;
  /** Whether what stands at a path of keys is a setting, or was to be one. */
  readonly isMeant?: (path: readonly string[]) => boolean;
};

type Entry = Assignment & { readonly span: Span };

/** A grammar of JSON files: read strictly, and edited in place. Of keys that repeat, the last one counts. */
export function jsonFormat(names: JsonNames): Format {
  const read: Format["read"] = (text) =>
    entriesOf(text, names).map(({ name, value, line, exported }) => ({ name, value, line, exported }));
  return {
    read,
    flawed: (text) => (readJson(text).kind === "broken" ? mentionsIn(text, names) : []),
    faults: (text) => jsonFaults(text, names),
    replace: (text, line, name, value) => {
      const entry = entriesOf(text, names).find((each) => each.line === line && each.name === name);
      if (entry === undefined || entry.value === value) return text;
      const after = splice(text, entry.span, JSON.stringify(value));
      return provedReplacement(read, { before: text, after }, { line, name, value });
    },
    insert: (text, _line, name, value) => {
      const path = names.pathOf(name);
      const after = path === undefined ? text : insertJsonString(text, path, value);
      return provedInsertion(read, { before: text, after }, { name, value });
    },
  };
}

function entriesOf(text: string, { nameOf }: JsonNames): readonly Entry[] {
  const reading = readJson(text);
  if (reading.kind !== "object") return [];
  const lineAt = lineCounter(text);
  const entries = new Map<string, Entry>();
  for (const { path, key, start, end } of reading.values) {
    const name = nameOf(path);
    if (name === undefined) continue;
    // A later value that is no string takes the place of one that is.
    entries.delete(name);
    if (text[start] !== '"') continue;
    const value = decodedJson(text.slice(start, end));
    entries.set(name, { name, value, line: lineAt(key), exported: true, span: { start, end } });
  }
  return [...entries.values()];
}

function jsonFaults(text: string, { nameOf, isMeant }: JsonNames): readonly TextFault[] {
  const reading = readJson(text);
  const lineAt = lineCounter(text);
  if (reading.kind === "broken") return [{ kind: "syntax-error", line: lineAt(reading.at) }];
  if (reading.kind !== "object") return [];
  return reading.values.flatMap(({ path, key, start }): readonly TextFault[] => {
    if (isMeant?.(path) !== true) return [];
    const isText = text[start] === '"';
    const isSetting = nameOf(path) !== undefined;
    if (isSetting === (isText || text.startsWith("null", start))) return [];
    return [{ kind: "syntax-error", line: lineAt(key), reason: isSetting ? "no-text" : "unknown-key" }];
  });
}

/** The first mention of each key, with the value a person would read. */
function mentionsIn(text: string, { mentions }: JsonNames): readonly Assignment[] {
  const found = Object.entries(mentions).flatMap(([key, name]) => {
    const value = /(?:"([^"\r\n]*)"|'([^'\r\n]*)'|["']?([^"'\s,}]+))/.source;
    const match = new RegExp(`(?<![\\w-])${key}["']?\\s*[:=]\\s*${value}`).exec(text);
    if (match === null) return [];
    const [, double, single, bare = ""] = match;
    return [{ name, value: double ?? single ?? bare, offset: match.index }];
  });
  const lineAt = lineCounter(text);
  return found
    .sort((one, other) => one.offset - other.offset)
    .map(({ name, value, offset }) => {
      return { name, value, line: lineAt(offset), exported: false, flaw: "not-json" };
    });
}
