import { expect, test } from "vitest";
import { isContinued } from "../../src/formats/continued.ts";

test.each([
  ["", false],
  ["a", false],
  ["a\\", true],
  ["a\\\\", false],
  ["\\\\\\", true],
  ["\\a", false],
  ["a\\ ", false],
])("%s", (line, continued) => expect(isContinued(line)).toBe(continued));
