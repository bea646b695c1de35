import { expect, test } from "vitest";
import { atLeast } from "../../../../src/decide/clients/common/version.ts";

test.each([
  ["7.88.1", "7.86", true],
  ["7.86", "7.86.0", true],
  ["7.85.0", "7.86", false],
  ["7.100", "7.88.1", true],
  ["8", "7.99.99", true],
  ["1.19.8-rc1", "1.19.8", true],
  ["2.39.5.windows.1", "2.8", true],
  ["go1.22", "1.22", true],
  ["", "0", true],
  ["unknown", "1", false],
])("%s is at least %s: %s", (version, other, expected) => {
  expect(atLeast(version, other)).toBe(expected);
});
