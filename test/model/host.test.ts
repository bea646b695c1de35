import { describe, expect, test } from "vitest";
import { hostInUrl, readHost } from "../../src/model/host.ts";

describe("readHost", () => {
  test.each([
    ["10.0.1.238", "10.0.1.238"],
    ["fd00::1", "fd00::1"],
    ["[::1]", "::1"],
    ["::ffff:10.0.1.238", "::ffff:10.0.1.238"],
    ["ghe.example.com", "ghe.example.com"],
    ["GHE-1.Example.com", "GHE-1.Example.com"],
    ["localhost.", "localhost"],
    ["services_machine", "services_machine"],
    ["3com.example", "3com.example"],
    ["bücher.example", "bücher.example"],
    [`${"a".repeat(63)}.example`, `${"a".repeat(63)}.example`],
  ])("%s is %s", (text, host) => expect(readHost(text)).toBe(host));

  test.each([
    "",
    ".",
    "1",
    "1.2.3",
    "127.1",
    "0x7f.1",
    "0x7f",
    "999.1.1.1",
    "01.2.3.4",
    "a..b",
    ".a",
    "a..",
    "-a.example",
    "a-.example",
    "a b",
    "a/b",
    "a:80",
    "[ghe.example.com]",
    "[10.0.1.238]",
    "fd00::1::2",
    "fe80::1%eth0",
    "[]",
    ":",
    `${"a".repeat(64)}.example`,
    Array(100).fill("abc").join("."),
  ])("%j is none", (text) => expect(readHost(text)).toBeUndefined());
});

test("an IPv6 address stands in brackets in a URL, and nothing else does", () => {
  expect(["fd00::1", "10.0.1.238", "ghe.example.com"].map(hostInUrl)).toEqual([
    "[fd00::1]",
    "10.0.1.238",
    "ghe.example.com",
  ]);
});
