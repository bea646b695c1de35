import { describe, expect, test } from "vitest";
import { pamEnv } from "../../src/formats/pam-env.ts";
import { shell } from "../../src/formats/shell.ts";

const pairs = (text: string) => pamEnv.read(text).map(({ name, value }) => [name, value]);

describe("as pam_env 1.5.2 reads it", () => {
  test.each<[string, string, string[][]]>([
    [
      "plain",
      "A=http://h:1\nB=2",
      [
        ["A", "http://h:1"],
        ["B", "2"],
      ],
    ],
    ["export", "export A=1", [["A", "1"]]],
    ["export with two blanks is a key of its own", "export  A=1", []],
    [
      "one layer of quotes",
      "A=\"x\"\nB='y'\nC='\"z\"'",
      [
        ["A", "x"],
        ["B", "y"],
        ["C", '"z"'],
      ],
    ],
    ["any last quote closes", "A=\"x'", [["A", "x"]]],
    ["quotes that do not begin the value stay", 'A=x"y"', [["A", 'x"y"']]],
    ["no closing quote", 'A="x', [["A", "x"]]],
    ["a number sign cuts even in quotes", 'A="p#q"', [["A", "p"]]],
    ["a comment leaves its blanks", "A=x # note", [["A", "x "]]],
    ["no expansion", "A=$B", [["A", "$B"]]],
    [
      "trailing blanks stay",
      "A=x  \nB=y",
      [
        ["A", "x  "],
        ["B", "y"],
      ],
    ],
    [
      "a carriage return stays, and keeps the quote",
      'A=x\r\nB="y"\r\n',
      [
        ["A", "x\r"],
        ["B", 'y"\r'],
      ],
    ],
    ["other keys are skipped", "A-B=1\nC D=2\n=3\nE=4", [["E", "4"]]],
    ["a key may begin with a digit", "9A=1", [["9A", "1"]]],
    ["a name alone takes the variable away", "A=1\nB=2\nA\n", [["B", "2"]]],
    [
      "a backslash joins lines, over comments",
      "A=x\\\n# note\n\n  y\nB=2",
      [
        ["A", "x  y"],
        ["B", "2"],
      ],
    ],
    ["a joined line that never ends is lost", "A=1\nB=x\\", [["A", "1"]]],
    ["several words are one value", "export A=1 B=2", [["A", "1 B=2"]]],
  ])("%s", (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });
});

test("lines and export", () => {
  expect(pamEnv.read("# a\n\nA=1\nB=x\\\ny\nC=3")).toEqual([
    { name: "A", value: "1", line: 3, exported: true },
    { name: "B", value: "xy", line: 4, exported: true },
    { name: "C", value: "3", line: 6, exported: true },
  ]);
});

describe("editing", () => {
  test.each<[string, string, string, string]>([
    ["bare", "A=1\nB=2", "http://h:1", "A=http://h:1\nB=2"],
    ["bare that needs quotes", "A=1\nB=2", "a|b", 'A="a|b"\nB=2'],
    ["double quotes", 'A="1"\nB=2', "x y", 'A="x y"\nB=2'],
    ["single quotes", "A='1'\nB=2", "x", "A='x'\nB=2"],
    ["a dollar sign", 'A="1"\nB=2', "x$y", "A='x$y'\nB=2"],
    ["a comment goes, because it would be part of the value", "A=1 # note\nB=2", "x", "A=x\nB=2"],
    ["a carriage return goes, because it was part of the value", "A=1\r\nB=2\r\n", "x", "A=x\nB=2\r\n"],
    ["continued lines", "A=1\\\n 2\nB=2", "x", "A=x\nB=2"],
    ["a value that pam_env cannot hold", "A=1\nB=2", "p#q", "A=1\nB=2"],
    ["a value that no quotes hold for both", "A=1\nB=2", "'$", "A=1\nB=2"],
  ])("replace: %s", (_, text, value, expected) => {
    expect(pamEnv.replace(text, 1, "A", value)).toBe(expected);
  });

  test("insert", () => {
    expect(pamEnv.insert("A=1\\\n2\nB=2", 1, "no_proxy", "a,b")).toBe('A=1\\\n2\nno_proxy="a,b"\nB=2');
    expect(pamEnv.insert("A=1", 0, "no_proxy", "a,b")).toBe('A=1\nno_proxy="a,b"');
  });

  test("a shell that sources the file reads the same value", () => {
    for (const value of ["a b", "a|b", "$x", "x\\", "it's", '"', "*.s3.amazonaws.com", "~", "a!b", "é"]) {
      for (const text of ['A="1"', "A='1'", "export A=1"]) {
        const written = pamEnv.replace(text, 1, "A", value);
        expect(pamEnv.read(written)[0]?.value).toBe(value);
        expect(shell.read(written)[0]?.value).toBe(value);
      }
    }
  });
});

test.each<[string, string, string, string, string]>([
  [
    "in quotes for the shell too",
    "A=1\nNO_PROXY=1,<ip>,2\n",
    "NO_PROXY",
    "1,<ip>,2",
    'A=1\nNO_PROXY="1,<ip>,2"\n',
  ],
  ["export stays", "A=1\nexport B=a|b\n", "B", "a|b", 'A=1\nexport B="a|b"\n'],
  ["a label goes", "A=1\n2.) B=a\n", "B", "a", 'A=1\nB="a"\n'],
  ["what would not be read alike", "A=1\nB=a b\n", "B", "a#b", "A=1\nB=a b\n"],
  ["another name", "A=1\nB=a b\n", "C", "a", "A=1\nB=a b\n"],
  ["half a statement", "A=1\nB=a\\\nc\n", "B", "ac", "A=1\nB=a\\\nc\n"],
])("an assignment is written anew: %s", (_, text, name, value, expected) => {
  expect(pamEnv.restate?.(text, 2, name, value)).toBe(expected);
});

test.each<[string, string, string[]]>([
  ["blanks about the equals sign", 'A=1\nHTTP_PROXY = "http://a:1"\n', ["2 no-assignment"]],
  ["the same behind export", "export http_proxy =http://a:1\n", ["1 no-assignment"]],
  ["a colon", "http_proxy: http://a:1\n", ["1 no-assignment"]],
  ["a label, which has its own finding", "2.) HTTP_PROXY=http://a:1\n", ["1 pasted-label"]],
  ["what is right", "HTTP_PROXY=http://a:1\nexport NO_PROXY=a\nHTTPS_PROXY= http://a:1\n", []],
  ["other names, comments and a name that is taken out", "FOO = 1\n# NO_PROXY = a\nHTTP_PROXY\n", []],
])("pam_env passes over: %s", (_, text, faults) => {
  const told = (pamEnv.faults?.(text) ?? []).map(({ line, kind, reason }) => `${line} ${reason ?? kind}`);
  expect(told).toEqual(faults);
});
