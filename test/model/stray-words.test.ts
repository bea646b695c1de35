import { expect, test } from "vitest";
import { keepMarkers } from "../../src/model/mark.ts";
import { maskListValue, maskProxyValue } from "../../src/model/redact.ts";
import { maskStrays } from "../../src/model/stray-words.ts";

test.each([
  ["localhost,10.0.1.238", "localhost,10.0.1.238"],
  ["localhost, .example.com | *.b", "localhost, .example.com | *.b"],
  ["a,b -e DB_PASSWORD=Zq7x", "a,b -e ***=***"],
  ["a,b -e A=Zq7x -e B=Zq8x,c --env C=Zq9x", "a,b -e ***=*** -e ***=***,*** --env ***=***"],
  ['a,b" -eA="Zq7x Zq8x"', 'a,b" -***="*** ***"'],
  ["a,KEY=Zq7x== b", "a,***=***== ***"],
  ["a --password Zq7x", "a --*** ***"],
  ["no_proxy=a,b -e NO_PROXY=c,KEY=Zq7x", "no_proxy=a,b -e NO_PROXY=c,***=***"],
  ["a-b,-c", "a-b,-c"],
])("%j", (list, masked) => {
  expect(maskStrays(list, keepMarkers)).toBe(masked);
  expect(maskStrays(masked, keepMarkers)).toBe(masked);
});

test("a login in a list is masked by itself, and what comes behind the list as well", () => {
  expect(maskListValue("http://u:Zq=7x@a,b -e KEY=Zq8x")).toBe("http://u:***@a,b -e ***=***");
});

test.each([
  ["DB_PASSWORD=Zq7x", "DB_PASSWORD=***"],
  ["http://10.0.0.33:3128 -e KEY=Zq7x@Zq8x A=Zq9x@Zq1x", "http://10.0.0.33:3128 -e ***=***@*** ***=***@***"],
  ["http://10.0.0.33,KEY=Zq7x", "http://10.0.0.33,KEY=***"],
  ["http://10.0.0.33:3128 -e KEY=Zq7x", "http://10.0.0.33:3128 -e ***=***"],
  ["http://fd00::1 -e KEY=Zq7x", "http://fd00::1 -e ***=***"],
  ["pac+http://a/b.pac KEY=Zq7x", "pac+http://a/b.pac ***=***"],
])("a proxy: %j", (value, masked) => {
  expect(maskProxyValue(value)).toBe(masked);
  expect(maskProxyValue(masked)).toBe(masked);
});
