import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/render/html/report.ts";
import { anyReport } from "../any-report.ts";
import { healthy } from "../reports.ts";
import { full } from "./full-report.ts";
import { hostileCopy, TRICKS } from "./hostile.ts";
import { type Parsed, parsed } from "./parsed.ts";

const harmless = shapeOf(parsed(renderHtml(hostileCopy(full, " word"))));

/** A text made of tricks, of any characters. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: "binary" }), fc.constant("\n".repeat(50))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

test("no element, attribute, class, anchor or address of a page comes from data", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const page = parsed(renderHtml(hostileCopy(full, text)));
      expect([...shapeOf(page)].filter((each) => !harmless.has(each))).toEqual([]);
      expect(namesFromOutside(page)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("nor of what is told of any finding", () => {
  fc.assert(
    fc.property(anyReport, (shown) => {
      expect(namesFromOutside(parsed(renderHtml(shown)))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("no control or format character reaches a page, wherever it comes from", () => {
  const text = renderHtml(hostileCopy(full, TRICKS.join("")));
  expect(text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu)?.filter((each) => each !== "\t") ?? []).toEqual([]);
});

test("a text that is longer than anyone reads is cut", () => {
  const page = renderHtml(hostileCopy(healthy, "x".repeat(1_000_000)));
  expect(page).toContain("… (and ");
  expect(page.length).toBeLessThan(10_000_000);
});

test("every trick is told as what it is", () => {
  const page = parsed(renderHtml(hostileCopy(full, TRICKS[0] ?? "")));
  expect(page.elements.find(({ name }) => name === "h3")?.text).toContain("<script>alert(1)</script>");
});

/** What a page holds that is not of our making: errors in its HTML, other elements, anchors and links than ours. */
function namesFromOutside({ elements, errors }: Parsed): readonly string[] {
  const ours = new Set([...harmless].filter((each) => !each.includes(" ")));
  return [
    ...errors,
    ...elements.flatMap(({ name, attributes: { id = "ours", href = "#ours" } }) => [
      ...(ours.has(name) ? [] : [name]),
      ...(/^[a-z][a-z0-9-]*$/.test(id) ? [] : [id]),
      ...(/^#[a-z][a-z0-9-]*$/.test(href) ? [] : [href]),
    ]),
  ];
}

/** Each element with its attributes, without the values that say where a link leads or what is read aloud. */
function shapeOf({ elements }: Parsed): ReadonlySet<string> {
  const told = /^(id|href|aria-label|datetime|x|y|x1|x2|y1|y2|height)$/;
  return new Set(
    elements.flatMap(({ name, attributes }) => [
      name,
      ...Object.entries(attributes).map(([key, value]) => `${name} ${key}=${told.test(key) ? "" : value}`),
    ]),
  );
}
