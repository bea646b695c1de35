import { expect, test } from "vitest";
import { isSameSite, siteOf } from "../../../src/measure/answer/site.ts";

test.each([
  ["api.example.com", "example.com"],
  ["example.com", "example.com"],
  ["A.B.Example.COM.", "example.com"],
  ["www.example.co.uk", "example.co.uk"],
  ["s3.cn-north-1.amazonaws.com.cn", "amazonaws.com.cn"],
  ["portal.example.de", "example.de"],
  ["x.co", "x.co"],
  ["services.corp.local", "corp.local"],
  ["services", "services"],
  ["10.0.1.238", "10.0.1.238"],
  ["[fd00::1]", "[fd00::1]"],
])("%s is of %s", (host, site) => {
  expect(siteOf(host)).toBe(site);
});

test.each([
  ["www.example.co.uk", "example.co.uk", true],
  ["one.co.uk", "two.co.uk", false],
  ["one.com.cn", "two.com.cn", false],
  ["ghe", "ghe.example.com", true],
  ["ghe.example.com", "ghe", true],
  ["ghe", "portal.example.com", false],
  ["10.0.1.238", "10.0.1.239", false],
  ["10.0.1.238", "portal.example.com", false],
])("%s and %s are one owner's: %s", (one, other, same) => {
  expect(isSameSite(one, other)).toBe(same);
});
