import { expect, test } from "vitest";
import { replicatedConf } from "../../src/formats/replicated-conf.ts";

test.each<[string, string, [string, number][]]>([
  ["one line", '{"HttpProxy": "http://10.0.0.33:3128"}', [["http://10.0.0.33:3128", 1]]],
  ["among others", '{\n "A": {"HttpProxy": "no", "B": ["HttpProxy"]},\n "HttpProxy" :\n "x"\n}', [["x", 3]]],
  ["not one further in", '{"HttpProxy": "x", "A": {"HttpProxy": "no"}}', [["x", 1]]],
  ["escapes", '{"Http\\u0050roxy": "a\\"\\u0062"}', [['a"b', 1]]],
  ["the last of several", '{"HttpProxy": "a",\n"HttpProxy": "b"}', [["b", 2]]],
  ["not a string", '{"HttpProxy": 1}', []],
  ["invalid: a comment", '{"HttpProxy": "x"} // y', []],
  ["invalid: single quotes", "{'HttpProxy': 'x'}", []],
  ["invalid: a comma too many", '{"HttpProxy": "x",}', []],
  ["not an object", '["HttpProxy"]', []],
  ["a value that looks like the key", '{"A": "\\"HttpProxy\\": \\"x\\""}', []],
])("%s", (_, text, expected) => {
  expect(replicatedConf.read(text)).toEqual(
    expected.map(([value, line]) => ({ name: "HttpProxy", value, line, exported: true })),
  );
});

test("a value is replaced in place", () => {
  expect(replicatedConf.replace('{ "HttpProxy" :"x" ,"B":1}\r\n', 1, "HttpProxy", 'a"b')).toBe(
    '{ "HttpProxy" :"a\\"b" ,"B":1}\r\n',
  );
});

test.each<[string, string, string]>([
  ["an empty object", "{ }\n", '{"HttpProxy": "x" }\n'],
  ["one line", '{"A": 1}', '{"HttpProxy": "x", "A": 1}'],
  ["a line each", '{\n  "A": 1\n}', '{\n  "HttpProxy": "x",\n  "A": 1\n}'],
  ["an empty file", "", '{"HttpProxy": "x"}\n'],
  ["invalid JSON is left alone", "{oops}", "{oops}"],
  ["a key that is there", '{"HttpProxy": "y"}', '{"HttpProxy": "y"}'],
])("insert: %s", (_, text, expected) => {
  expect(replicatedConf.insert(text, 0, "HttpProxy", "x")).toBe(expected);
});

test("what is no JSON is flawed, at the line where it is mentioned", () => {
  expect(replicatedConf.flawed?.("{\n HttpProxy: 'http://a b',\n}")).toEqual([
    { name: "HttpProxy", value: "http://a b", line: 2, exported: false, flaw: "not-json" },
  ]);
});

test.each<[string, string, [string, number][]]>([
  ["as the installer finds it", '{\n"HttpProxy": \t"x"}', []],
  ["the value on the next line", '{\n"HttpProxy":\n"x"}', [["not-on-one-line", 2]]],
  ["a blank before the colon", '{"HttpProxy" : "x"}', [["not-on-one-line", 1]]],
  ["a key spelled with an escape", '{"Http\\u0050roxy": "x"}', [["not-on-one-line", 1]]],
  ["the one that counts", '{"HttpProxy": "x",\n"HttpProxy" : "y"}', [["not-on-one-line", 2]]],
  ["no string", '{"HttpProxy" : 1}', []],
  ["no JSON", '{\n"HttpProxy" :\n"x",\n}', [["syntax-error", 4]]],
  ["nothing", "", [["syntax-error", 1]]],
  ["blanks", " \n", [["syntax-error", 1]]],
  ["an object with other keys", '{"LogLevel": "debug"}', []],
])("faults: %s", (_, text, expected) => {
  expect(replicatedConf.faults?.(text)).toEqual(expected.map(([kind, line]) => ({ kind, line })));
});
