import { describe, expect, test } from "vitest";
import { isSameValue, unionOf } from "../../src/decide/same-value.ts";

describe("two values are the same", () => {
  test.each([
    ["NO_PROXY", "a.example,b.example", " b.example, A.EXAMPLE,,b.example", true],
    ["NO_PROXY", "a.example", "a.example,b.example", false],
    ["NO_PROXY", "a.example,b.example", "a.example,a.example", false],
    ["HTTP_PROXY", "http://10.0.0.33:3128", "10.0.0.33:3128/", true],
    ["HTTP_PROXY", '"http://10.0.0.33:3128"', "http://10.0.0.33:3128 ", true],
    ["HTTP_PROXY", "http://10.0.0.33:3128", "http://10.0.0.33:3129", false],
    ["HTTP_PROXY", "http://10.0.0.33:3128", "http://u@10.0.0.33:3128", false],
    ["HTTP_PROXY", "http://10.0.0.33:port", "http://10.0.0.33:port", true],
    ["HTTP_PROXY", "http://10.0.0.33:port", "http://10.0.0.33:3128", false],
  ])("%s=%s and %s: %s", (name, one, other, same) => {
    expect(isSameValue(name, one, other)).toBe(same);
    expect(isSameValue(name, other, one)).toBe(same);
  });
});

test("a list with what another has besides keeps its own order and case", () => {
  expect(unionOf("b.example, A.example", "c.example,a.EXAMPLE")).toBe("b.example,A.example,c.example");
});
