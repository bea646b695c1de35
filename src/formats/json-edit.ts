import { endingNear, splice } from "./edit.ts";
import { type JsonValue, readJson } from "./json-members.ts";
import { afterJsonBlanks } from "./json-tokens.ts";

/** How the members of an object are set. `indent` is that of each line, or undefined where all stand on one. */
type Layout = { readonly indent: string | undefined; readonly step: string; readonly ending: string };

/**
 * The text with a string put at the end of a path of keys that nothing stands at yet, in the file's own
 * indentation: as the first member of the innermost object of the path that is there. A text that is no JSON
 * object, or where another value stands on the way, is left as it is.
 */
export function insertJsonString(text: string, path: readonly string[], value: string): string {
  const reading = readJson(text);
  if (reading.kind === "broken") return text;
  if (reading.kind === "blank") return `${insertJsonString("{}", path, value)}\n${text}`;
  const holder = holderOf(reading.values, path);
  if (holder === undefined || text[holder.start] !== "{") return text;
  const rest = path.slice(holder.path.length);
  const first = afterJsonBlanks(text, holder.start + 1);
  return text[first] === "}" ? fill(text, holder, rest, value) : putBefore(text, holder, rest, value);
}

/** The innermost value on the way; of keys that repeat, the last one counts. */
function holderOf(values: readonly JsonValue[], path: readonly string[]): JsonValue | undefined {
  const onTheWay = values.filter((each) => each.path.every((key, at) => key === path[at]));
  const depth = Math.max(...onTheWay.map((each) => each.path.length));
  return onTheWay.findLast((each) => each.path.length === depth);
}

/** Before the members that are there: on a line of its own, where the first of them has one. */
function putBefore(text: string, holder: JsonValue, rest: readonly string[], value: string): string {
  const first = afterJsonBlanks(text, holder.start + 1);
  const blanks = text.slice(holder.start + 1, first);
  const indent = blanks.includes("\n") ? blanks.slice(blanks.lastIndexOf("\n") + 1) : undefined;
  const added = member(rest, value, { ...styleOf(text, holder), indent });
  return splice(text, { start: first, end: first }, `${added},${blanks === "" ? " " : blanks}`);
}

/** Into an empty object: on a line of its own, where that is so wide already, or where there is more than a string. */
function fill(text: string, holder: JsonValue, rest: readonly string[], value: string): string {
  const place = { start: holder.start + 1, end: holder.start + 1 };
  const { step, ending } = styleOf(text, holder);
  const isOpen = text.slice(place.start, holder.end).includes("\n");
  if (!isOpen && rest.length === 1) {
    return splice(text, place, member(rest, value, { step, ending, indent: undefined }));
  }
  const indent = step.repeat(holder.path.length + 1);
  const closing = isOpen ? "" : `${ending}${step.repeat(holder.path.length)}`;
  return splice(text, place, `${ending}${indent}${member(rest, value, { step, ending, indent })}${closing}`);
}

/** One step of indentation, and the line ending. */
function styleOf(text: string, { start }: JsonValue): Omit<Layout, "indent"> {
  const step = /^\s*\{[ \t\r]*\n([ \t]+)/.exec(text)?.[1] ?? "  ";
  return { step, ending: endingNear(text, start) };
}

function member([key = "", ...rest]: readonly string[], value: string, layout: Layout): string {
  const head = `${JSON.stringify(key)}: `;
  if (rest.length === 0) return `${head}${JSON.stringify(value)}`;
  const { indent, step, ending } = layout;
  if (indent === undefined) return `${head}{${member(rest, value, layout)}}`;
  const inner = `${indent}${step}`;
  return `${head}{${ending}${inner}${member(rest, value, { ...layout, indent: inner })}${ending}${indent}}`;
}
