import { readJson } from "../formats/json-members.ts";
import { jsonString } from "../formats/json-tokens.ts";

/** A parsed text; or, in words, why it is no JSON that a report may be. */
export type ParsedJson =
  | { readonly kind: "parsed"; readonly value: unknown }
  | { readonly kind: "broken"; readonly why: string };

/** How deep lists and objects may be nested; in a report it is less than half of that. */
const DEEPEST = 32;

/** How many values there may be; the largest reports of machines with thousands of targets have fewer. */
const MOST = 4_000_000;

/** Parses a text of JSON, with a byte order mark or without; what is wrong is told by its place, alike in every Node. */
export function parseJson(text: string): ParsedJson {
  const json = withoutMark(text);
  const excess = firstExcess(json);
  if (excess !== undefined) return broken(`holds more than a report can ${placeIn(json, excess)}`);
  try {
    return { kind: "parsed", value: JSON.parse(json) };
  } catch {
    const reading = readJson(json);
    if (reading.kind !== "broken") return broken("is empty");
    const isCut = json.slice(reading.at).trim() === "";
    return broken(`${isCut ? "breaks off" : "is no JSON"} ${placeIn(json, reading.at)}`);
  }
}

/** The same of a text too short to hold too much, in half the time: its values may be nested at any depth. */
export function parseShortJson(text: string): ParsedJson {
  try {
    return { kind: "parsed", value: JSON.parse(withoutMark(text)) };
  } catch {
    return parseJson(text);
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

function broken(why: string): ParsedJson {
  return { kind: "broken", why };
}

/** Where a text is nested too deep, or holds too much: a parser would keep all of it, however much it is. */
function firstExcess(json: string): number | undefined {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') at = jsonString(json, at).end - 1;
    else if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth--;
    else if (character === ",") values++;
    if (depth > DEEPEST || values > MOST) return at;
  }
  return undefined;
}

function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const column = offset - before.lastIndexOf("\n");
  return `at line ${before.split("\n").length}, column ${column}`;
}
