import { describe, expect, test } from "vitest";
import { sudoers } from "../../src/formats/sudoers.ts";

const pairs = (text: string) => sudoers.read(text).map(({ name, value }) => [name, value]);

describe("as sudo 1.9.13 reads it", () => {
  test.each<[string, string, string[][]]>([
    [
      "lists and operators",
      'Defaults env_keep = a\nDefaults\tenv_keep+="b  c"\nDefaults env_keep -= d',
      [
        ["env_keep", "a"],
        ["env_keep+", "b c"],
        ["env_keep-", "d"],
      ],
    ],
    [
      "continued lines",
      'Defaults \\\n env_keep += "http_proxy \\\n\thttps_proxy no\\\r\n _proxy"\n',
      [["env_keep+", "http_proxy https_proxy no_proxy"]],
    ],
    [
      "several parameters",
      'Defaults env_keep += a , !env_reset,secure_path="/a:/b", env_keep-=b',
      [
        ["env_keep+", "a"],
        ["env_reset", "false"],
        ["env_keep-", "b"],
      ],
    ],
    [
      "scopes",
      "Defaults:alice , bob env_keep = a\nDefaults!/bin/x !env_reset\nDefaults@h env_reset\nDefaults>root env_keep+=b",
      [
        ["env_keep:alice,bob", "a"],
        ["env_reset!/bin/x", "false"],
        ["env_reset@h", "true"],
        ["env_keep+>root", "b"],
      ],
    ],
    [
      "negations",
      "Defaults !env_keep\nDefaults !!env_reset\nDefaults ! env_reset",
      [
        ["env_keep", ""],
        ["env_reset", "true"],
        ["env_reset", "false"],
      ],
    ],
    ["a list without an operator is ignored", "Defaults env_keep", []],
    [
      "escapes",
      'Defaults env_keep += a\\ b\\,c\nDefaults env_keep += "a\\"b\\c"',
      [
        ["env_keep+", "a b,c"],
        ["env_keep+", 'a"b\\c'],
      ],
    ],
    [
      "comments",
      '# Defaults env_keep = a \\\nDefaults env_keep = b#c\nDefaults env_keep = "d#e" # f',
      [
        ["env_keep", "b"],
        ["env_keep", "d#e"],
      ],
    ],
    [
      "what a continued line of another statement holds",
      "root ALL=(ALL) ALL, \\\nDefaults env_keep = a\n",
      [],
    ],
    ["a user by number is no comment", "#1000 ALL = ALL \\\nDefaults env_keep = a\n", []],
  ])("%s", (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });
});

test.each<[string, string, number]>([
  ["a list without quotes", "Defaults env_keep += http_proxy https_proxy", 1],
  ["a quotation mark that is never closed", 'Defaults env_keep += "http_proxy https_proxy\n', 1],
  ["a comma too many", "Defaults env_keep += http_proxy,https_proxy,\nroot ALL=ALL", 1],
  ["on a continued line", "# note\nDefaults env_keep += \\\n http_proxy https_proxy", 3],
])("a statement that sudo gives up: %s", (_, text, line) => {
  const following = `${text}\nDefaults env_keep = a\n`;
  expect(pairs(following)).toEqual([["env_keep", "a"]]);
  expect(sudoers.faults?.(following)).toEqual([{ kind: "syntax-error", line }]);
});

test("its list is flawed", () => {
  expect(sudoers.flawed?.("#\nDefaults:alice env_keep += http_proxy 'https_proxy' # x")).toEqual([
    { name: "env_keep+", value: "http_proxy https_proxy", line: 2, exported: false, flaw: "syntax-error" },
  ]);
});

test("an empty list in quotes is none", () => {
  expect(sudoers.faults?.('Defaults env_keep = ""')).toEqual([{ kind: "syntax-error", line: 1 }]);
});

describe("editing", () => {
  test.each<[string, string, string, string, string]>([
    ["a word", "Defaults env_keep += a # n", "env_keep+", "b", "Defaults env_keep += b # n"],
    [
      "a word that becomes two",
      "Defaults env_keep += a # n",
      "env_keep+",
      "a b",
      'Defaults env_keep += "a b" # n',
    ],
    ["quotes", 'Defaults env_keep="a", editor=vi', "env_keep", 'b"', 'Defaults env_keep="b\\"", editor=vi'],
    ["no list", "Defaults !env_keep", "env_keep", "a b", 'Defaults env_keep = "a b"'],
    ["a flag", "Defaults lecture, ! env_reset", "env_reset", "true", "Defaults lecture, env_reset"],
    ["a flag that holds neither", "Defaults env_reset", "env_reset", "yes", "Defaults env_reset"],
    ["an empty list, which has no form here", "Defaults env_keep=a", "env_keep", "", "Defaults env_keep=a"],
  ])("replace: %s", (_, text, name, value, expected) => {
    expect(sudoers.replace(text, 1, name, value)).toBe(expected);
  });

  test.each<[string, string, number, string, string]>([
    ["at the end", "root ALL=ALL\n", 0, "env_keep+", 'root ALL=ALL\nDefaults env_keep += "a b"\n'],
    [
      "behind a continued statement",
      'Defaults env_keep = "c \\\n d"\nroot ALL=ALL',
      1,
      "env_keep-:alice",
      'Defaults env_keep = "c \\\n d"\nDefaults:alice env_keep -= "a b"\nroot ALL=ALL',
    ],
    [
      "not within a statement of another kind",
      "root ALL=ALL, \\\nALL\n",
      1,
      "env_keep",
      "root ALL=ALL, \\\nALL\n",
    ],
    ["no other parameter", "", 0, "editor", ""],
  ])("insert: %s", (_, text, line, name, expected) => {
    expect(sudoers.insert(text, line, name, "a b")).toBe(expected);
  });
});
