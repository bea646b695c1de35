import fc from "fast-check";
import { expect, test } from "vitest";
import { tableLines } from "../../../src/render/terminal/table.ts";
import { byColumn, columnsOf } from "../../rig/columns.ts";

const word = fc.constantFrom(
  "漢字かな",
  "한글",
  "✅",
  "😀",
  "é",
  "n\u0308o\u0301",
  "plain",
  "x".repeat(30),
  "❗",
  "–",
  "Ａ",
);
const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
const columns = fc.integer({ min: 1, max: 4 }).chain((rows) =>
  fc.array(
    fc.record({
      heading: text,
      cells: fc.array(
        fc.array(
          text.map((each) => ({ tone: "plain" as const, text: each })),
          { maxLength: 2 },
        ),
        { minLength: rows, maxLength: rows },
      ),
    }),
    { minLength: 2, maxLength: 4 },
  ),
);

test("columns stay in line and within the width, whatever characters they hold", () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: 40, max: 200 }), (shown, width) => {
      const lines = tableLines(shown, width, (_, line) => line);
      const rule = lines.find((line) => /^[─ ]+$/.test(line)) ?? "";
      const gaps = [...rule].flatMap((sign, at) => (sign === " " ? [at] : []));
      for (const line of lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(width);
        const placed = byColumn(line);
        // A wide character that began before a gap would leave its column empty.
        for (const gap of gaps) if (gap < columnsOf(line)) expect(placed.get(gap), line).toBe(" ");
      }
    }),
    { numRuns: 100 },
  );
});
