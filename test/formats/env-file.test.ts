import { describe, expect, test } from "vitest";
import { envFile } from "../../src/formats/env-file.ts";

const pairs = (text: string) => envFile.read(text).map(({ name, value }) => [name, value]);

describe("as systemd reads an EnvironmentFile", () => {
  test.each<[string, string, string[][]]>([
    [
      "plain",
      "A=1\nB=x y ",
      [
        ["A", "1"],
        ["B", "x y"],
      ],
    ],
    ["comments", "# A=1\n; B=2\nC=#3;", [["C", "#3;"]]],
    [
      "quotes",
      "A=\"x y\"\nB='$z'",
      [
        ["A", "x y"],
        ["B", "$z"],
      ],
    ],
    ["stretches one after the other", "A=\"x\"'y' z", [["A", "xyz"]]],
    ["escapes in double quotes", 'A="\\$\\"\\\\\\a"', [["A", '$"\\\\a']]],
    ["escapes outside", "A=x\\ \\y", [["A", "x y"]]],
    ["an escaped blank at the end stays", "A=x\\  ", [["A", "x "]]],
    [
      "lines in quotes",
      'A="x\ny"\nB=2',
      [
        ["A", "x\ny"],
        ["B", "2"],
      ],
    ],
    [
      "continued lines",
      "A=x\\\ny\nB=2",
      [
        ["A", "xy"],
        ["B", "2"],
      ],
    ],
    [
      "a continued line keeps its blanks",
      "A=x  \\\n\nB=2",
      [
        ["A", "x  "],
        ["B", "2"],
      ],
    ],
    ["export is part of the name, which is refused", "export A=1\nB=2", [["B", "2"]]],
    ["blanks around the name", " A = 1", [["A", "1"]]],
    ["a line without a sign", "A\nB=2", [["B", "2"]]],
    [
      "an empty value",
      "A=\nB=2",
      [
        ["A", ""],
        ["B", "2"],
      ],
    ],
    [
      "CRLF",
      'A=1\r\nB="2"\r\n',
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
    ["no value with a control character", "A=x\u0007\nB=2", [["B", "2"]]],
  ])("%s", (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  test("lines", () => {
    expect(envFile.read('#\nA="x\ny"\n\nB=2').map(({ line }) => line)).toEqual([2, 5]);
  });
});

describe("editing", () => {
  test.each<[string, string, string, string]>([
    ["bare", "A=1\r\nB=2\r\n", "http://h:1", "A=http://h:1\r\nB=2\r\n"],
    ["bare that needs quotes", "A=1\nB=2", "x y", 'A="x y"\nB=2'],
    ["double quotes", 'A = "1"\nB=2', 'x$"\\`', 'A = "x\\$\\"\\\\\\`"\nB=2'],
    ["single quotes", "A='1'\nB=2", "x$", "A='x$'\nB=2"],
  ])("replace: %s", (_, text, value, expected) => {
    expect(envFile.replace(text, 1, "A", value)).toBe(expected);
  });

  test("insert", () => {
    expect(envFile.insert('A="x\ny"\r\nB=2', 1, "N", "a,b")).toBe('A="x\ny"\r\nN=a,b\r\nB=2');
    expect(envFile.insert("A=1", 0, "N", "a b")).toBe('A=1\nN="a b"');
  });
});
