import { expect, test } from "vitest";
import { foldedNames } from "../../../../src/render/told/fleet/names.ts";

test.each([
  [["a"], "a"],
  [["nomad-1", "nomad-2"], "nomad-1 and nomad-2"],
  [["nomad-1", "nomad-2", "nomad-3", "web"], "nomad-1 to nomad-3 and web"],
  [["n08", "n09", "n10"], "n08 to n10"],
  [
    ["n1.example.com", "n2.example.com", "n3.example.com", "n5.example.com"],
    "n1.example.com to n3.example.com and n5.example.com",
  ],
  [["a", "a", "a"], "a, a and a"],
  [["x", "b", "c", "d", "e"], "x, b, c and 2 more"],
])("%j is %s", (names, told) => {
  expect(foldedNames(names, 3)).toBe(told);
});

test("ten thousand names are folded in a moment", () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `box-${at * 2}`);
  expect(foldedNames(names, 3)).toBe("box-0, box-2, box-4 and 9997 more");
});
