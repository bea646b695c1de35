import { expect, test } from "vitest";
import { formatOf, readSettings } from "../../src/formats/index.ts";
import { oneValue } from "../../src/formats/one-value.ts";

const { read, replace, insert } = oneValue("http_proxy");

test.each<[string, string, string[]]>([
  ["a line", "http://p:1\n", ["http://p:1"]],
  ["a line without its end", "http://p:1", ["http://p:1"]],
  ["quotes and a carriage return are part of it", '"a" \r\n', ['"a" \r']],
  ["one line feed goes, and no more", "a\nb\n\n", ["a\nb\n"]],
  ["an empty line", "\n", [""]],
  ["nothing", "", []],
])("reads %s", (_, text, values) => {
  expect(read(text)).toEqual(values.map((value) => ({ name: "http_proxy", value, line: 1, exported: true })));
});

test.each<[string, string, string, string]>([
  ["the end of the line stays", "a\n", "b", "b\n"],
  ["none is added", "a", "b", "b"],
  ["an empty value gets one", "\n", "b", "b\n"],
  ["a value that would lose its end is not written", "a", "b\n", "a"],
])("replace: %s", (_, text, value, expected) => {
  expect(replace(text, 1, "http_proxy", value)).toBe(expected);
});

test("a value is written into an empty file only, under its name only", () => {
  expect(insert("", 0, "http_proxy", "a")).toBe("a\n");
  expect(insert("", 0, "no_proxy", "a")).toBe("");
  expect(insert("\n", 0, "http_proxy", "a")).toBe("\n");
});

test("the file's name is the setting's, and its line is shown", () => {
  const path = "/var/lib/replicated/circle-config/https_proxy";
  const file = { path, loader: "one-value", text: "http://u:Zq7x@p:1\n" } as const;
  expect(readSettings(file)).toMatchObject([
    { name: "https_proxy", value: "http://u:***@p:1", text: "http://u:***@p:1" },
  ]);
  expect(formatOf(file).replace(file.text, 1, "https_proxy", "x")).toBe("x\n");
});
