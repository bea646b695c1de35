import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addEntry, holdsStrays, removeEntry, splitEntries } from "../../src/formats/entries.ts";

test("entries", () => {
  expect(splitEntries(" a, b,,c ", "no_proxy")).toEqual(["a", "b", "c"]);
  expect(splitEntries("a|*.b||c,d", "nonProxyHosts")).toEqual(["a", "*.b", "c,d"]);
  expect(splitEntries("", "no_proxy")).toEqual([]);
});

test.each<[string, boolean]>([
  ["localhost,a-b.example, *.c", false],
  ["", false],
  ["a -e b", true],
  ["a,-b", true],
  ["a,KEY=b", true],
])("no entries have come into %j: %j", (list, expected) => expect(holdsStrays(list)).toBe(expected));

describe("adding", () => {
  test.each<[string, string, string]>([
    ["", "a", "a"],
    ["a", "b", "a,b"],
    ["a, b", "c", "a, b,c"],
    ["a,", "b", "a,b"],
    ["a ", "b", "a,b"],
    ["a,B.example", "b.EXAMPLE", "a,B.example"],
    ["ab", "a", "ab,a"],
    ["*", "a", "*"],
    [" * ", "a", " * "],
    ["*.a", "b", "*.a,b"],
  ])("no_proxy %j and %j", (value, entry, expected) => {
    expect(addEntry(value, entry, "no_proxy")).toBe(expected);
  });

  test.each<[string, string, string]>([
    ["", "a", "a"],
    ["a|b", "c", "a|b|c"],
    ["a,c", "d", "a|c|d"],
    ["a, b;c|d", "b", "a|b|c|d"],
    ["a| c", "c", "a|c"],
  ])("nonProxyHosts %j and %j", (value, entry, expected) => {
    expect(addEntry(value, entry, "nonProxyHosts")).toBe(expected);
  });
});

test.each<[string, string, string]>([
  ["a,b,c", "b", "a,c"],
  ["a, b, c", "a", "b, c"],
  ["a, b", "B", "a"],
  ["a,b,a", "a", "b"],
  ["a", "a", ""],
  ["a,,b", "c", "a,,b"],
  ["a b c", "b", "a c"],
  ["a\tb, c", "a", "b, c"],
  ["a b", "a", "b"],
  [" a, b", "a", " b"],
])("removing from %j the entry %j", (value, entry, expected) => {
  expect(removeEntry(value, entry, "no_proxy")).toBe(expected);
});

test("what is added can be taken out again, and nothing else changes", () => {
  const list = fc.array(fc.constantFrom("a", "b.c", "*.d", "10.0.0.0/8"), { maxLength: 5 });
  fc.assert(
    fc.property(list, fc.constantFrom("no_proxy", "nonProxyHosts"), (entries, grammar) => {
      const value = entries.join(grammar === "no_proxy" ? "," : "|");
      const added = addEntry(value, "new.example", grammar);
      expect(splitEntries(added, grammar)).toEqual([...entries, "new.example"]);
      expect(addEntry(added, "new.example", grammar)).toBe(added);
      expect(removeEntry(added, "new.example", grammar)).toBe(value);
    }),
  );
});
