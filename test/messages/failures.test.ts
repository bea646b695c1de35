import { expect, test } from "vitest";
import { FAILURE_MEANINGS, FAILURES } from "../../src/messages/failures.ts";
import { FAILURE_CODES } from "../../src/model/phase.ts";

const KINDS = [...FAILURE_CODES, "answered-by-another"] as const;

test("every failure has words that fit a cell, no two the same", () => {
  const words = KINDS.map((kind) => FAILURES[kind]);
  expect(words.filter((each) => each.length > 20 || each === "")).toEqual([]);
  expect(new Set(words).size).toBe(KINDS.length);
});

test.each(KINDS)("%s has a meaning that can go on a sentence", (kind) => {
  expect(FAILURE_MEANINGS[kind]).toMatch(/^[a-z].*[^.]$|^TLS .*[^.]$/);
});
