import { expect, test } from "vitest";
import { parseEnvironmentFile } from "../../src/discover/env-file.ts";

test("lines as env prints them", () => {
  const text = 'A=1\r\nB="x"\nC= y \n#D=1\n=2\nE\nA=later\nF=a=b\nG=\n__proto__=x';
  expect(Object.entries(parseEnvironmentFile(text))).toEqual([
    ["A", "later"],
    ["B", '"x"'],
    ["C", " y "],
    ["F", "a=b"],
    ["G", ""],
    ["__proto__", "x"],
  ]);
});
