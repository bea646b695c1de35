import { expect, test } from "vitest";
import { curlrc } from "../../src/formats/curlrc.ts";

test.each<[string, [string, string][]]>([
  ['proxy = "a"\n', [["--proxy", "a"]]],
  ["PROXY: a\nproxy b\nproxy=::=c\nproxy\t=\td\n", [..."abcd"].map((value) => ["--proxy", value])],
  ["--proxy a\n-x b\n-xc\n", [..."abc"].map((value) => ["--proxy", value])],
  [
    '-x"a"\n-x=b\n-x "c"\n',
    [
      ["--proxy", '"a"'],
      ["--proxy", "=b"],
      ["--proxy", "c"],
    ],
  ],
  ["--proxy=a\nprox=a\nx=a\n", []],
  [
    "noproxy = a,b\n--noproxy *\n",
    [
      ["--noproxy", "a,b"],
      ["--noproxy", "*"],
    ],
  ],
  ['noproxy = ""\nproxy =\n', [["--noproxy", ""]]],
  ['proxy = "a\\\\b\\"c\\td" e\n', [["--proxy", 'a\\b"c\td']]],
  [
    "proxy = a b\nproxy = c#d # e\n",
    [
      ["--proxy", "a"],
      ["--proxy", "c#d"],
    ],
  ],
  [
    'proxy = "a\nproxy = "b',
    [
      ["--proxy", "a\n"],
      ["--proxy", "b"],
    ],
  ],
  ["# proxy = a\n/proxy = a\n*proxy = a\n", []],
  ["\uFEFFproxy = a\n", []],
  ["proxy = a\r\n", [["--proxy", "a"]]],
  ["proxy-user = a:b\n-U a:b\nproxy1.0 = a\nuser = x\n", []],
])("%j", (text, expected) => {
  expect(curlrc.read(text).map(({ name, value }) => [name, value])).toEqual(expected);
});

test.each([
  ["proxy = a # b\n", "c", "proxy = c # b\n"],
  ["-xa\n", "c", "-xc\n"],
  ["-xa\n", "c d", "-xa\n"],
  ["proxy = a\n", "", 'proxy = ""\n'],
  ['proxy = "a"\n', 'b"c', 'proxy = "b\\"c"\n'],
])("in %j, %j is written so", (text, value, expected) => {
  expect(curlrc.replace(text, 1, "--proxy", value)).toBe(expected);
});

test("no other option is added", () => {
  expect(curlrc.insert("", 0, "--proxy-user", "a:b")).toBe("");
  expect(curlrc.insert("", 0, "--noproxy", "a")).toBe('noproxy = "a"\n');
});

test("a line is removed", () => {
  expect(curlrc.remove?.("-s\n-x a # b\nuser = c\n", 2, "--proxy")).toBe("-s\nuser = c\n");
  expect(curlrc.remove?.("proxy = a b\n", 1, "--proxy")).toBe("proxy = a b\n");
});
