import { afterJsonBlanks, jsonString, jsonWord } from "./json-tokens.ts";

/** A value of a JSON text, and the keys of the objects that lead to it; `key` is where its own begins. */
export type JsonValue = {
  readonly path: readonly string[];
  readonly key: number;
  readonly start: number;
  readonly end: number;
};

/**
 * A JSON text: its outermost object and the values in it, in the order in which they begin; or the offset at which
 * it stops being one JSON object; or blank.
 */
export type JsonReading =
  | { readonly kind: "object"; readonly values: readonly JsonValue[] }
  | { readonly kind: "broken"; readonly at: number }
  | { readonly kind: "blank" };

/** No setting stands further in; the path of what does is not kept. */
const DEEPEST = 3;

/** An object or an array that is not closed yet. `path` is undefined in an array, and too far in. */
type Open = {
  readonly closing: string;
  readonly path: readonly string[] | undefined;
  readonly place: number;
};

type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "comma-or-end";

/** What stands where a value is expected. */
type Place = { readonly path: readonly string[] | undefined; readonly key: number };

type State = {
  readonly values: { path: readonly string[]; key: number; start: number; end: number }[];
  readonly open: Open[];
  place: Place;
  expected: Expected;
};

/** Reads a JSON object as `JSON.parse` does, in linear time and without recursion, and keeps the places of values. */
export function readJson(text: string): JsonReading {
  const start = afterJsonBlanks(text, 0);
  if (start === text.length) return { kind: "blank" };
  if (text[start] !== "{") return { kind: "broken", at: start };
  const state: State = { values: [], open: [], place: { path: [], key: start }, expected: "value" };
  let at = start;
  do {
    const step = next(text, at, state);
    if (!step.isWhole) return { kind: "broken", at: step.end };
    at = afterJsonBlanks(text, step.end);
  } while (state.open.length > 0);
  return at === text.length ? { kind: "object", values: state.values } : { kind: "broken", at };
}

type Step = { readonly isWhole: boolean; readonly end: number };

/** Reads one token, a key with its colon counting as one, and says in the state what may follow. */
function next(text: string, at: number, state: State): Step {
  const closing = state.open.at(-1)?.closing;
  const mayEnd = state.expected !== "value" && state.expected !== "key";
  if (mayEnd && closing !== undefined && text[at] === closing) return close(at, state);
  switch (state.expected) {
    case "comma-or-end":
      state.expected = closing === "}" ? "key" : "value";
      return { isWhole: text[at] === ",", end: text[at] === "," ? at + 1 : at };
    case "key":
    case "key-or-end":
      return readKey(text, at, state);
    case "value":
    case "value-or-end":
      return readValue(text, at, state);
  }
}

function readKey(text: string, at: number, state: State): Step {
  if (text[at] !== '"') return { isWhole: false, end: at };
  const key = jsonString(text, at);
  if (!key.isWhole) return key;
  const colon = afterJsonBlanks(text, key.end);
  const path = state.open.at(-1)?.path;
  const within = path === undefined || path.length === DEEPEST ? undefined : path;
  state.place = { path: within && [...within, decodedJson(text.slice(at, key.end))], key: at };
  state.expected = "value";
  return { isWhole: text[colon] === ":", end: text[colon] === ":" ? colon + 1 : colon };
}

function readValue(text: string, at: number, state: State): Step {
  const { path, key } = state.place;
  const place = state.values.length;
  const closing = text[at] === "{" ? "}" : text[at] === "[" ? "]" : undefined;
  const token = closing === undefined ? scalar(text, at) : { isWhole: true, end: at + 1 };
  if (path !== undefined) state.values.push({ path, key, start: at, end: token.end });
  state.expected = "comma-or-end";
  if (closing === undefined) return token;
  const isObject = closing === "}";
  state.open.push({ closing, path: isObject ? path : undefined, place: path === undefined ? -1 : place });
  state.expected = isObject ? "key-or-end" : "value-or-end";
  // What stands in an array has no path of keys.
  if (!isObject) state.place = { path: undefined, key: at };
  return token;
}

function scalar(text: string, at: number): Step {
  return text[at] === '"' ? jsonString(text, at) : jsonWord(text, at);
}

function close(at: number, state: State): Step {
  const closed = state.open.pop();
  const value = state.values[closed?.place ?? -1];
  if (value !== undefined) value.end = at + 1;
  state.expected = "comma-or-end";
  if (state.open.at(-1)?.closing === "]") state.place = { path: undefined, key: at };
  return { isWhole: true, end: at + 1 };
}

/** The text of a JSON string, given as it is written. */
export function decodedJson(literal: string): string {
  return String(JSON.parse(literal));
}
