import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../src/formats/json-members.ts";

const isObject = (text: string) => {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
};

/** Values up to three keys in, as `JSON.parse` gives them. */
const valuesIn = (value: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] => [
  [JSON.stringify(path), value],
  ...(typeof value === "object" && value !== null && !Array.isArray(value) && path.length < 3
    ? Object.entries(value).flatMap(([key, each]) => valuesIn(each, [...path, key]))
    : []),
];

test("every value stands where the reading says", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
      fc.constantFrom(undefined, 1, "\t"),
      (object, indent) => {
        const text = JSON.stringify(object, null, indent);
        const reading = readJson(text);
        if (reading.kind !== "object") throw new Error(reading.kind);
        const found = reading.values.map(({ path, start, end }) => [
          JSON.stringify(path),
          JSON.parse(text.slice(start, end)),
        ]);
        expect(found).toEqual(valuesIn(JSON.parse(text)));
      },
    ),
  );
});

test("takes what JSON.parse takes for an object, and nothing else", () => {
  const pieces = fc.constantFrom(
    ...'{}[]",:\\ \n\t-+.0123eE\u0001\uFEFF',
    "true",
    "null",
    '"a"',
    '{"a":',
    "\\u0041",
    "\\x",
    "1.5e3",
  );
  const broken = fc
    .tuple(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.nat(),
      fc.nat(3),
      fc.string({ unit: pieces, maxLength: 3 }),
    )
    .map(([object, place, length, piece]) => {
      const text = JSON.stringify(object);
      const at = place % (text.length + 1);
      return text.slice(0, at) + piece + text.slice(at + length);
    });
  fc.assert(
    fc.property(
      fc.oneof(
        broken,
        fc.string({ unit: pieces, maxLength: 12 }).map((text) => `{${text}`),
      ),
      (text) => {
        expect(readJson(text).kind === "object").toBe(isObject(text));
      },
    ),
    { numRuns: 3000 },
  );
});

describe("the place at which it stops being JSON", () => {
  test.each<[string, string, string]>([
    ["a comma too many", '{"a": 1,\n', "}"],
    ["a comma too few", '{"a": 1\n', '"b": 2}'],
    ["a comment", '{"a": 1}\n', "// note"],
    ["single quotes", "{", "'a': 1}"],
    ["a string that goes on to the next line", '{"a": "b', '\n"}'],
    ["an unknown escape", '{"a": "b', '\\q"}'],
    ["a word", '{"a": ', "yes}"],
    ["a missing brace", '{"a": {"b": 1}', ""],
    ["an array", "", "[1]"],
    ["a colon too few", '{"a" ', "1}"],
  ])("%s", (_, before, after) => {
    expect(readJson(before + after)).toEqual({ kind: "broken", at: before.length });
  });
});

test("blank text is neither JSON nor broken", () => {
  expect(readJson(" \r\n").kind).toBe("blank");
});

test.each(['{"a":', "[", '{"a":[', '{"a":{},"b":'])("a megabyte of %s is read in seconds", (unit) => {
  const start = performance.now();
  readJson(`{"x":${unit.repeat(Math.floor(1_048_576 / unit.length))}`);
  expect(performance.now() - start).toBeLessThan(5000);
});
