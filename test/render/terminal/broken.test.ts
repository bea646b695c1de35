import fc from "fast-check";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { broken } from "../../../src/render/terminal/broken.ts";
import { columnsTaken } from "../../../src/render/terminal/width.ts";

/** Of each the library takes the width for the same as we do: of the youngest emoji it does not. */
const word = fc.constantFrom(
  "of",
  "us-east-1",
  "http://proxy.example.com:3128/",
  "x".repeat(90),
  "漢字かな",
  "한글漢字かな한글漢字かな",
  "✅",
  "n\u0308o\u0301",
  `${"x".repeat(9)}\u0301\u0301y`,
  "\u0301",
  "a\u00a0b",
  "👨‍👩‍👧",
  "",
);
const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" "));

test("wide words and long ones are broken where wrap-ansi breaks them", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 2, max: 60 }), (each, width) => {
      fc.pre(columnsTaken(each) > width);
      expect(broken(each, width)).toEqual(wrapAnsi(each, width, { hard: true, trim: true }).split("\n"));
    }),
    { numRuns: 3000 },
  );
});

test("no line is wider than it may be", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 2, max: 60 }), (each, width) => {
      for (const part of broken(each, width)) expect(columnsTaken(part)).toBeLessThanOrEqual(width);
    }),
  );
});
