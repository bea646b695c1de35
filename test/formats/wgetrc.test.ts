import { expect, test } from "vitest";
import { wgetrc } from "../../src/formats/wgetrc.ts";

test.each<[string, [string, string][]]>([
  ["http_proxy = http://a:1 \n", [["http_proxy", "http://a:1"]]],
  [
    "HTTP-Proxy=a\r\n\th_ttpsproxy\t=\tb\n",
    [
      ["http_proxy", "a"],
      ["https_proxy", "b"],
    ],
  ],
  [
    "noproxy=a, b # c\nuse_proxy=off",
    [
      ["no_proxy", "a, b # c"],
      ["use_proxy", "off"],
    ],
  ],
  ['http_proxy="a"\n', [["http_proxy", '"a"']]],
  ["http_proxy=\n", [["http_proxy", ""]]],
  [" # http_proxy=a\n", []],
  ["wait = 3\n", [["wait", "3"]]],
])("%j", (text, expected) => {
  expect(wgetrc.read(text).map(({ name, value }) => [name, value])).toEqual(expected);
  expect(wgetrc.faults?.(text)).toEqual([]);
});

test.each(["http_proxy a\n", "export http_proxy=a\n", "=a\n", "\uFEFFhttp_proxy=a\n"])(
  "wget stops at %j",
  (text) => {
    expect(wgetrc.read(text)).toEqual([]);
    expect(wgetrc.faults?.(`\n${text}`)).toEqual([{ kind: "syntax-error", line: 2 }]);
  },
);

test("a value that would lose its blanks is not written", () => {
  expect(wgetrc.replace("http_proxy=a\n", 1, "http_proxy", "b ")).toBe("http_proxy=a\n");
});

test("a line is removed", () => {
  expect(wgetrc.remove?.("# x\nhttp-proxy = a\nwait=3\n", 2, "http_proxy")).toBe("# x\nwait=3\n");
});
