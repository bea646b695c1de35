import { expect, test } from "vitest";
import { supersededOf } from "../../src/diagnose/superseded.ts";
import type { Setting } from "../../src/model/setting.ts";

type Line = readonly [value: string, text: string];

function told(name: string, lines: readonly Line[]): readonly number[] {
  const assignments = lines.map(([value, text], at): Setting => {
    const source = { kind: "file", path: "/etc/x", line: at + 1, loader: "shell" } as const;
    return { name, value, text, exported: true, source };
  });
  return supersededOf(assignments).map((each) => assignments.indexOf(each) + 1);
}

test.each<[string, readonly Line[], readonly number[]]>([
  ["one alone", [["a", "NO_PROXY=a"]], []],
  [
    "the same twice",
    [
      ["a", "NO_PROXY=a"],
      ["a", "NO_PROXY=a"],
    ],
    [1],
  ],
  [
    "a longer list, written anew",
    [
      ["a", "NO_PROXY=a"],
      ["a,b", "NO_PROXY=a,b"],
    ],
    [1],
  ],
  [
    "what is put behind",
    [
      ["a", "NO_PROXY=a"],
      ["a,b", 'NO_PROXY="$NO_PROXY,b"'],
    ],
    [],
  ],
  [
    "what is put before",
    [
      ["a", "NO_PROXY=a"],
      ["b,a", "NO_PROXY=b,$NO_PROXY"],
    ],
    [],
  ],
  [
    "what is appended",
    [
      ["a", "NO_PROXY=a"],
      ["a,b", "NO_PROXY+=,b"],
    ],
    [],
  ],
  [
    "a list begun anew after it was added to",
    [
      ["a", "NO_PROXY=a"],
      ["a,b", "NO_PROXY+=,b"],
      ["c", "NO_PROXY=c"],
      ["c,d", "NO_PROXY+=,d"],
    ],
    [1, 2],
  ],
])("of %s", (_, lines, superseded) => {
  expect(told("NO_PROXY", lines)).toEqual(superseded);
});

test("of a JVM's options, of which the reference to what was there is masked", () => {
  const first: Line = ["-Dhttp.proxyHost=a", 'JVM_OPTS="-Dhttp.proxyHost=a"'];
  const longer = "-Dhttp.proxyHost=a -Dhttp.proxyPort=1";
  expect(told("JVM_OPTS", [first, [longer, 'JVM_OPTS="*** -Dhttp.proxyPort=1"']])).toEqual([]);
  expect(told("JVM_OPTS", [first, [longer, `JVM_OPTS="${longer}"`]])).toEqual([1]);
});
