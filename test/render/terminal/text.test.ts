import fc from "fast-check";
import { expect, test } from "vitest";
import wrapAnsi from "wrap-ansi";
import { wrapped } from "../../../src/render/terminal/text.ts";

const words = fc.array(
  fc.constantFrom("a", "of", "http://10.0.0.33:3128", "word,", "", "–", "✓\u00a0ok", "x".repeat(45)),
  {
    minLength: 1,
    maxLength: 30,
  },
);

test("plain words are broken where the library that knows all others breaks them", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 80 }), (each, width) => {
      const line = each.join(" ").trim();
      expect(wrapped(line, width)).toEqual(wrapAnsi(line, width, { hard: true, trim: true }).split("\n"));
    }),
    { numRuns: 2000 },
  );
});
