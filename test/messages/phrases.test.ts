import { expect, test } from "vitest";
import { abridged, counted, listed, quoted, sentences } from "../../src/messages/phrases.ts";

test("items are listed as a sentence does", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("a long list is cut, but never for the sake of one item", () => {
  expect(abridged(["a", "b", "c"], 2)).toBe("a, b and c");
  expect(abridged(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
});

test("one is singular, and none is not", () => {
  expect([0, 1, 2].map((count) => counted(count, "error"))).toEqual(["0 errors", "1 error", "2 errors"]);
});

test("clauses become sentences, empty ones nothing", () => {
  expect(sentences("it is so", "", "  is it? ")).toBe("It is so. Is it?");
});

test("a text from a file is quoted up to a length, and never within a character", () => {
  expect(quoted("<proxy-ip:port>")).toBe("`<proxy-ip:port>`");
  expect(quoted("😀".repeat(101))).toBe(`\`${"😀".repeat(99)}…\``);
});
