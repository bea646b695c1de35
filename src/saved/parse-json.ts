import { readJson } from "../formats/json-members.ts";

/** A parsed text; or where it ceases to be JSON, `line` and `column` counted from 1. */
export type ParsedJson =
  | { readonly kind: "parsed"; readonly value: unknown }
  | { readonly kind: "broken"; readonly line: number; readonly column: number };

/** Parses a text of JSON, with a byte order mark or without; what is wrong is told by its place, alike in every Node. */
export function parseJson(text: string): ParsedJson {
  const json = text.replace(/^\uFEFF/, "");
  try {
    return { kind: "parsed", value: JSON.parse(json) };
  } catch {
    const reading = readJson(json);
    const before = json.slice(0, reading.kind === "broken" ? reading.at : json.length);
    const lineStart = before.lastIndexOf("\n") + 1;
    return { kind: "broken", line: before.split("\n").length, column: before.length - lineStart + 1 };
  }
}
