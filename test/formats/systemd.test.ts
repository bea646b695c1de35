import { describe, expect, test } from "vitest";
import { systemd } from "../../src/formats/systemd.ts";

const assigned = (lines: string) => systemd.read(`[Service]\n${lines}`).filter(({ resets }) => !resets);
const pairs = (lines: string) => assigned(lines).map(({ name, value }) => [name, value]);

test("an empty Environment= is a reset at its line, and a variable of that name is none", () => {
  const read = systemd.read("[Service]\nEnvironment=A=1\nEnvironment=\nEnvironment=Environment=");
  expect(read.map(({ name, line, resets }) => [name, line, resets])).toEqual([
    ["Environment", 3, true],
    ["Environment", 4, undefined],
  ]);
});

describe("as systemd 252 reads it", () => {
  test.each<[string, string, string[][]]>([
    [
      "bare",
      "Environment=A=1 B=2",
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
    [
      "quotes around an assignment",
      "Environment=\"A=x y\" 'B=z'",
      [
        ["A", "x y"],
        ["B", "z"],
      ],
    ],
    ["quotes around a value", 'Environment=A="x y"', [["A", "x y"]]],
    ["one pair of quotes around all is one value", 'Environment="A=1 B=2"', [["A", "1 B=2"]]],
    ["blanks around the sign", " Environment = A=1", [["A", "1"]]],
    ["C escapes", 'Environment="A=\\x41\\t\\"\\\\\\101"', [["A", 'A\t"\\A']]],
    ["an unknown escape ends the line's reading", "Environment=A=1 B=\\q C=3", [["A", "1"]]],
    ["a quote that is never closed ends the line's reading", 'Environment=A=1 "B=2', [["A", "1"]]],
    ["per cent signs", "Environment=A=p%%40w", [["A", "p%40w"]]],
    ["a specifier is not known", "Environment=A=%h B=p%40w C=3", [["C", "3"]]],
    ["a dollar sign is one", "Environment=A=$HOME", [["A", "$HOME"]]],
    ["an empty one takes all back", "Environment=A=1\nEnvironment=\nEnvironment=B=2", [["B", "2"]]],
    [
      "a continued line",
      "Environment=A=1 \\\n# note\n  B=2",
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
    ["a continued line keeps its blanks", "Environment='A=1\\\n  2'", [["A", "1   2"]]],
    [
      "a doubled backslash does not continue",
      "Environment=A=1\\\\\nEnvironment=B=2",
      [
        ["A", "1\\"],
        ["B", "2"],
      ],
    ],
    ["comments", "#Environment=A=1\n;Environment=B=2", []],
    ["letters count", "environment=A=1\nENVIRONMENT=B=2", []],
    ["names", "Environment=9A=1 B-C=2 D D=4", [["D", "4"]]],
    [
      "other sections",
      "Environment=A=1\n[Install]\nEnvironment=B=2\n[Service]\nEnvironment=C=3",
      [
        ["A", "1"],
        ["C", "3"],
      ],
    ],
    [
      "a header that is none ends the reading",
      "Environment=A=1\n[Install\n[Service]\nEnvironment=B=2",
      [["A", "1"]],
    ],
    [
      "CRLF",
      'Environment=A=1\r\nEnvironment="B=2"\r\n',
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
  ])("%s", (_, lines, expected) => {
    expect(pairs(lines)).toEqual(expected);
  });

  test("nothing outside [Service]", () => {
    expect(systemd.read("Environment=A=1\n[Unit]\nEnvironment=B=2")).toEqual([]);
  });

  test("lines", () => {
    expect(systemd.read("[Service]\n# x\nEnvironment=A=1 \\\n  B=2\n").map(({ line }) => line)).toEqual([
      3, 3,
    ]);
  });
});

describe("editing", () => {
  const text = "[Service]\r\nEnvironment=\"A=1\" B=2 \\\r\n  C='3'\r\nType=simple";

  test.each<[string, string, string, string]>([
    ["quoted", "A", "x y%", "[Service]\r\nEnvironment=\"A=x y%%\" B=2 \\\r\n  C='3'\r\nType=simple"],
    ["bare", "B", "p%q", "[Service]\r\nEnvironment=\"A=1\" B=p%%q \\\r\n  C='3'\r\nType=simple"],
    [
      "bare that needs quotes",
      "B",
      "a|b",
      '[Service]\r\nEnvironment="A=1" "B=a|b" \\\r\n  C=\'3\'\r\nType=simple',
    ],
    [
      "on a continued line",
      "C",
      'x"\\',
      '[Service]\r\nEnvironment="A=1" B=2 \\\r\n  "C=x\\"\\\\"\r\nType=simple',
    ],
    ["a value that systemd refuses", "A", "x\u0007", text],
  ])("replace: %s", (_, name, value, expected) => {
    expect(systemd.replace(text, 2, name, value)).toBe(expected);
  });

  test.each<[string, string, number, string]>([
    [
      "after a statement",
      text,
      2,
      '[Service]\r\nEnvironment="A=1" B=2 \\\r\n  C=\'3\'\r\nEnvironment="N=a,b"\r\nType=simple',
    ],
    ["at the end", "[Service]\nType=simple\n", 0, '[Service]\nType=simple\nEnvironment="N=a,b"\n'],
    [
      "before a later section",
      "[Service]\nA=1\n\n[Install]\nB=2",
      0,
      '[Service]\nA=1\nEnvironment="N=a,b"\n\n[Install]\nB=2',
    ],
    ["into a new section", "[Unit]\nA=1", 0, '[Unit]\nA=1\n[Service]\nEnvironment="N=a,b"'],
    ["into an empty file", "", 0, '[Service]\nEnvironment="N=a,b"\n'],
    [
      "nowhere it would be taken back",
      "[Service]\nEnvironment=A=1\nEnvironment=\n",
      2,
      "[Service]\nEnvironment=A=1\nEnvironment=\n",
    ],
  ])("insert: %s", (_, before, line, expected) => {
    expect(systemd.insert(before, line, "N", "a,b")).toBe(expected);
  });
});

test.each<[string, string, string[]]>([
  ["what stands before it", "Environment=A=1 B=2\nUnsetEnvironment=A\n", ["B"]],
  ["what stands behind it", "UnsetEnvironment=A\nEnvironment=A=1 B=2\n", ["B"]],
  ["several, in quotes", 'Environment=A=1 B=2 C=3\nUnsetEnvironment=A "B"\n', ["C"]],
  ["a variable of that value alone", "Environment=A=1 B=2\nUnsetEnvironment=A=1 B=1\n", ["B"]],
  ["nothing, taken back itself", "Environment=A=1\nUnsetEnvironment=A\nUnsetEnvironment=\n", ["A"]],
])("UnsetEnvironment= takes away: %s", (_, lines, names) => {
  expect(assigned(lines).map(({ name }) => name)).toEqual(names);
});
