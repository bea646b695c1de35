import { expect, test } from "vitest";
import { FORMATS } from "../../src/render/formats.ts";
import { RENDERERS } from "../rig/faces.ts";
import { healthy } from "./reports.ts";

test.each(FORMATS)("%s ends with one line break", (format) => {
  const text = RENDERERS[format](healthy, { width: 80, colour: false, detail: "full" });
  expect(text).toMatch(/[^\n]\n$/);
});
