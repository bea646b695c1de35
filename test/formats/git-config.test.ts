import { expect, test } from "vitest";
import { gitConfig } from "../../src/formats/git-config.ts";

/** What `git config --list` of 2.39.5 makes of each. */
test.each<[string, [string, string][], number?]>([
  ["[http] proxy = a\n", [["http.proxy", "a"]]],
  ['[HTTP "https://Host/x"] ; c\n\tPROXY = "a b" c # d\n', [["http.https://Host/x.proxy", "a b c"]]],
  [
    "[http]\nproxy = a\\\n  b ; c\nproxy\n proxy=\n",
    [
      ["http.proxy", "a  b"],
      ["http.proxy", ""],
    ],
  ],
  ['[http "a\\"b\\\\c"]\nproxy = "x#y" z\\tq\\"\n', [['http.a"b\\c.proxy', 'x#y z\tq"']]],
  ["[http.SUB]\nproxy = x   \n", [["http.sub.proxy", "x"]]],
  ["[http]\n# c\\\nproxy = x\r\n", [["http.proxy", "x"]]],
  [
    '[http]\nproxy = "  a "  \nb = x',
    [
      ["http.proxy", "  a "],
      ["http.b", "x"],
    ],
  ],
  ['[http]\nproxy = "a"b"c"\n', [["http.proxy", "abc"]]],
  ["[http] [https] proxy = a\n", [["https.proxy", "a"]]],
  ["\uFEFF[http]\nproxy = a\\", [["http.proxy", "a"]]],
  ["proxy = x\n", [["proxy", "x"]]],
  ['[http]\nb=c\nproxy = "a\n', [["http.b", "c"]], 3],
  ["[http]\nproxy x\n[http]proxy=y\n", [], 2],
  ["[http]\nproxy = a\\q\nproxy=b\n", [], 2],
  ["[http\n]\nproxy = b\n", [], 1],
  ['[http "x" ]\nproxy = b\n', [], 1],
  ["[http]\n1proxy=x\n", [], 2],
])("%j", (text, expected, fault) => {
  expect(gitConfig.read(text).map(({ name, value }) => [name, value])).toEqual(expected);
  expect(gitConfig.faults?.(text)).toEqual(
    fault === undefined ? [] : [{ kind: "syntax-error", line: fault }],
  );
});

test("a password within a name is masked, and the setting can be edited by that name", () => {
  const text = '[http "https://a:Zq7x@h/"]\n\tproxy = b\n';
  const name = "http.https://a:***@h/.proxy";
  expect(gitConfig.read(text)).toEqual([{ name, value: "b", line: 2, exported: true }]);
  expect(gitConfig.replace(text, 2, name, "c;d")).toBe(text.replace("= b", '= "c;d"'));
  expect(gitConfig.insert("", 0, name, "b")).toBe("");
});

test("a token within a name is masked", () => {
  const [setting] = gitConfig.read('[http "https://h/?token=Zq7x"]\n\tproxy = b\n');
  expect(setting?.name).toBe("http.https://h/?***.proxy");
});

test.each([
  ["", "http.proxy", '[http]\n\tproxy = "v"\n'],
  ["[http]\n\ta = b\n[core]\n\tc = d\n", "http.proxy", '[http]\n\ta = b\n\tproxy = "v"\n[core]\n\tc = d\n'],
  ["[http]\n", "http.https://h/.proxy", '[http]\n[http "https://h/"]\n\tproxy = "v"\n'],
])("to %j, %s is added", (text, name, expected) => {
  expect(gitConfig.insert(text, 0, name, "v")).toBe(expected);
});

test.each([
  ["[http]\n\tproxy = a ; b\n\tc = d\n", 2, "[http]\n\tc = d\n"],
  ["[http]\n\tproxy = a\\\n b\n\tc = d\n", 2, "[http]\n\tc = d\n"],
  ["[http] proxy = a\n", 1, "[http] proxy = a\n"],
])("of %j, line %i is removed", (text, line, expected) => {
  expect(gitConfig.remove?.(text, line, "http.proxy")).toBe(expected);
});
