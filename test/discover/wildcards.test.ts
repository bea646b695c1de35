import { expect, test } from "vitest";
import { matchesWildcards } from "../../src/discover/wildcards.ts";

test.each([
  ["a.env", "*.env", true],
  ["a.env", "*", true],
  ["a.env", "a.env*", true],
  ["a.env", "?.env", true],
  ["ab.env", "?.env", false],
  ["a.envy", "*.env", false],
  ["a.env.env", "*.env", true],
  [".a.env", "*.env", false],
  [".a.env", ".*.env", true],
  ["b1", "[a-c][0-9]", true],
  ["d1", "[a-c][0-9]", false],
  ["d1", "[!a-c]1", true],
  ["b1", "[^a-c]1", false],
  ["]", "[]]", true],
  ["-", "[a-]", true],
  ["[a", "[a", true],
  ["a+b", "a+b", true],
  ["aab", "a+b", false],
  ["", "*", true],
  ["", "?", false],
] as const)("%s, %s: %s", (name, pattern, expected) => {
  expect(matchesWildcards(name, pattern)).toBe(expected);
});

test("many stars take no more time than few", () => {
  const before = performance.now();
  expect(matchesWildcards("a".repeat(255), `${"*a".repeat(120)}b`)).toBe(false);
  expect(performance.now() - before).toBeLessThan(5_000);
});
