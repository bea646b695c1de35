import { expect, test } from "vitest";
import { asPatterns, patternsFor } from "../../src/formats/jvm-entries.ts";

test.each<[string, readonly string[]]>([
  ["ghe.example.com", ["ghe.example.com", "*.ghe.example.com"]],
  [".example.com", ["example.com", "*.example.com"]],
  ["*.example.com", ["*.example.com"]],
  ["ghe.example.com:443", ["ghe.example.com", "*.ghe.example.com"]],
  ["localhost", ["localhost"]],
  ["10.0.1.238", ["10.0.1.238"]],
  ["10.0.1.238:8585", ["10.0.1.238"]],
  ["fd00:ec2::254", ["[fd00:ec2::254]"]],
  ["[fd00:ec2::254]", ["[fd00:ec2::254]"]],
  ["10.0.0.0/16", ["10.0.*"]],
  ["10.0.0.0/8", ["10.*"]],
  ["10.0.1.238/32", ["10.0.1.238"]],
  ["172.16.0.0/12", []],
  ["0.0.0.0/0", []],
  ["10.0.0.0/64", []],
  ["*", ["*"]],
  ["<services-ip>", []],
])("%s covers as much as %j", (entry, patterns) => {
  expect(asPatterns(entry)).toEqual(patterns);
});

test("a list has each pattern once", () => {
  expect(patternsFor("example.com, .example.com,,localhost")).toEqual([
    "example.com",
    "*.example.com",
    "localhost",
  ]);
});
