import { expect, test } from "vitest";
import { awsConfig } from "../../src/formats/aws-config.ts";

/** What Python's `configparser` makes of each. */
test.each<[string, [string, string, number][]]>([
  [
    "[default]\nproxy = a\n[profile b]\nhttp_proxy: c\n",
    [
      ["proxy", "a", 2],
      ["http_proxy", "c", 4],
    ],
  ],
  ["[default]\n# proxy = a\n; proxy = a\n\nproxy = a # b\n", [["proxy", "a # b", 5]]],
  [
    "[default]\ns3 =\n  proxy = a\n\n  b = c\nproxies = d\n",
    [
      ["s3", "\nproxy = a\nb = c", 2],
      ["proxies", "d", 6],
    ],
  ],
  ["[default]\nproxy = http://a=b:c\n", [["proxy", "http://a=b:c", 2]]],
  ["proxy = a\n", []],
])("%j", (text, expected) => {
  expect(awsConfig.read(text)).toEqual(
    expected.map(([name, value, line]) => ({ name, value, line, exported: false })),
  );
});

test("a value of several lines is left alone", () => {
  const text = "[default]\ns3 =\n  a = b\nproxy = c\n";
  expect(awsConfig.replace(text, 2, "s3", "x")).toBe(text);
  expect(awsConfig.insert(text, 2, "proxy", "x")).toBe("[default]\ns3 =\n  a = b\nproxy = x\nproxy = c\n");
});

test("a setting is removed with all its lines", () => {
  const text = "[default]\nproxies =\n  a = b\nproxy = c\n";
  expect(awsConfig.remove?.(text, 2, "proxies")).toBe("[default]\nproxy = c\n");
});
