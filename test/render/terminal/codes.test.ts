import { expect, test } from "vitest";
import { renderCodes } from "../../../src/render/terminal/codes.ts";

const GROUPS = [
  { title: "Some", codes: [{ code: "one-code", means: "It means `this`, see [that](that.md)." }] },
  { title: "Others", codes: [{ code: "a-longer-code", means: "And this means another thing altogether." }] },
];

test("codes have their sentences beside them, in one column for all", () => {
  expect(renderCodes(GROUPS, { width: 61, colour: false })).toBe(`Some
  one-code       It means this, see that.

Others
  a-longer-code  And this means another thing altogether.
`);
});

test("and below them where there is no room", () => {
  expect(renderCodes(GROUPS, { width: 40, colour: false })).toBe(`Some
  one-code
    It means this, see that.

Others
  a-longer-code
    And this means another thing
    altogether.
`);
});
