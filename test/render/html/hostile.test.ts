import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/render/html/report.ts";
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
      expect(page.errors).toEqual([]);
      const shape = shapeOf(page);
      expect([...shape].filter((each) => !harmless.has(each))).toEqual([]);
      const ids = page.elements.map(({ attributes: { id } }) => id).filter((id) => id !== undefined);
      expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
      const links = page.elements
        .map(({ attributes: { href } }) => href)
        .filter((href) => href !== undefined);
      expect(links.filter((href) => !/^#[a-z][a-z0-9-]*$/.test(href))).toEqual([]);
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
