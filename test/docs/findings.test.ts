import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RULES } from "../../src/diagnose/rules/index.ts";
import { bare, renderPage } from "../../src/render/terminal/page.ts";
import { summaryOf } from "../../src/render/told/page-summary.ts";

const PAGES = new URL("../../docs/findings/", import.meta.url);
const CODES = Object.keys(RULES);
const SECTIONS = ["What it means", "How it shows", "What to do", "When it is a false alarm"];
/** A code's sentence in the list of all; two lines and a half at 80 columns. */
const LONGEST_SUMMARY = 160;

test("every code has a page, and every page a code", () => {
  expect(readdirSync(PAGES).sort()).toEqual(CODES.map((code) => `${code}.md`).sort());
});

describe.each(CODES)("the page of %s", (code) => {
  const page = readFileSync(new URL(`${code}.md`, PAGES), "utf8");
  const [title = "", ...sections] = page.split(/^## /m);

  test("has the sections that all have, each with something in it", () => {
    expect(title).toMatch(new RegExp(`^# ${code}\n\nSeverity: (error|warning)[.;]`));
    expect(sections.map((section) => section.split("\n")[0])).toEqual(SECTIONS);
    for (const section of sections) expect(section.split("\n").slice(1).join("").length).toBeGreaterThan(40);
  });

  test("quotes what programs or files say, so that a log can be searched for it", () => {
    expect(sections[1]).toMatch(/`[^`]{4,}`/);
  });

  test("begins with one sentence that says what it is, and fits a list", () => {
    const summary = bare(summaryOf(page));
    expect(summary).toMatch(/^\S.*\.$/);
    expect(summary.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
  });

  test.each([60, 80, 120])("fits a terminal of %i columns", (width) => {
    const lines = renderPage(page, { width, colour: false }).split("\n");
    const commands = new Set(page.split("\n").map((line) => `  ${line}`));
    expect(lines.filter((line) => line.length > width && !commands.has(line))).toEqual([]);
  });
});
