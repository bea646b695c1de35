import { expect, test } from "vitest";
import { assignmentLine, type LineReading } from "../../src/formats/assignment-line.ts";

test.each<[string, LineReading, string]>([
  ["A=b", "whole", "b"],
  ["A=", "whole", ""],
  ["export  A='b c'  # note", "whole", "b c"],
  ['A="b#c"', "whole", "b#c"],
  ["A=b#c", "whole", "b#c"],
  ["A=b, c", "broken", "b, c"],
  ["A=b | c # note", "broken", "b | c"],
  ["A=b curl", "apart", "b curl"],
  ["A=b &", "apart", "b &"],
  ["A=b \\", "apart", "b \\"],
  ["A=b \\\\", "apart", "b \\\\"],
  ['A="b', "open", "b"],
  ['A=b"', "open", "b"],
  ["A='b\"c'", "whole", 'b"c'],
])("%s is %s, and means %s", (line, reading, meant) => {
  expect(assignmentLine(line)).toMatchObject({ name: "A", reading, meant });
});

test.each(["", "A", "# A=b", "1A=b", "A-B=c", "A =b", "echo A=b", "12 A=b"])("%s is none", (line) => {
  expect(assignmentLine(line)).toBeUndefined();
});

test("a label and export stand before the name", () => {
  expect(assignmentLine(" 2.) export A=b")).toMatchObject({ exports: true, begin: 1, start: 5 });
  expect(assignmentLine("\t2. A=b")).toMatchObject({ exports: false, begin: 1, start: 4 });
  expect(assignmentLine("A=b")).toMatchObject({ exports: false, begin: 0, start: 0 });
});
