import fc from "fast-check";
import { expect, test } from "vitest";
import { scrub } from "../../src/model/redact.ts";
import type { Report } from "../../src/model/report.ts";
import { commandLines } from "../../src/render/terminal/command.ts";
import { renderTerminal } from "../../src/render/terminal/report.ts";
import { indented, labelledWhole } from "../../src/render/terminal/text.ts";
import { accountOf } from "../../src/render/told/account.ts";
import { toldInOrder } from "../../src/render/told/in-order.ts";
import { overviewOf } from "../../src/render/told/overview.ts";
import { columnsOf } from "../rig/columns.ts";
import { anyReport } from "./any-report.ts";

const RUNS = { numRuns: 25 };
const WIDTHS = [40, 60, 80, 120, 200] as const;
/** The signs that are not ASCII's, wherever they come from. */
const OUR_SIGNS = /[✓✗·–—─→…]/;

/** Lines that are to be copied as they stand, and may be wider than the terminal: of diffs and commands. */
function copied(shown: Report, width: number): ReadonlySet<string> {
  const told = toldInOrder(shown.findings);
  const { commands } = overviewOf(shown, told);
  const typed = told.flatMap((each) => accountOf(shown, each).notes.filter(({ label }) => label === "type"));
  return new Set([
    ...shown.fixes.flatMap((fix) => scrub(fix.diff).split("\n")),
    ...commandLines(commands, width),
    ...indented(
      typed.flatMap(({ label, texts }) => labelledWhole(label, texts)),
      2,
    ),
  ]);
}

test("no line is wider than the terminal, but for those that are copied", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(...WIDTHS), (shown, width) => {
      const whole = copied(shown, width);
      const lines = renderTerminal(shown, { width, colour: false, detail: "full" }).split("\n");
      expect(lines.filter((line) => columnsOf(line) > width && !whole.has(line))).toEqual([]);
    }),
    RUNS,
  );
});

test("no control or format character ever reaches the terminal, but tabs of a diff", () => {
  fc.assert(
    fc.property(anyReport, (shown) => {
      const diff = new Set(shown.fixes.flatMap((fix) => scrub(fix.diff).split("\n")));
      const lines = renderTerminal(shown, { width: 80, colour: false, detail: "full" }).split("\n");
      expect(
        lines.filter((line) =>
          /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(diff.has(line) ? line.replaceAll("\t", "") : line),
        ),
      ).toEqual([]);
    }),
    RUNS,
  );
});

test("colour adds nothing but SGR sequences", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(...WIDTHS), (shown, width) => {
      const options = { width, detail: "full" } as const;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      const stripped = renderTerminal(shown, { ...options, colour: true }).replace(/\u001b\[[0-9;]*m/g, "");
      expect(stripped).toBe(renderTerminal(shown, { ...options, colour: false }));
    }),
    RUNS,
  );
});

test("signs of ASCII alone take the same place where no others can be shown", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(...WIDTHS), (shown, width) => {
      const options = { width, detail: "full", colour: false } as const;
      const diff = new Set(shown.fixes.flatMap((fix) => scrub(fix.diff).split("\n")));
      const ascii = renderTerminal(shown, { ...options, glyphs: "ascii" }).split("\n");
      const usual = renderTerminal(shown, options).split("\n");
      expect(ascii.map((line) => line.length)).toEqual(usual.map((line) => line.length));
      expect(ascii.filter((line) => OUR_SIGNS.test(line) && !diff.has(line))).toEqual([]);
    }),
    RUNS,
  );
});
