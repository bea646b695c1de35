import { describe, expect, test } from "vitest";
import { dockerOptions } from "../../src/formats/docker-options.ts";

const pairs = (text: string) => dockerOptions.read(text).map(({ name, value }) => [name, value]);
const installed = [
  "RELEASE_CHANNEL=stable",
  'REPLICATED_OPTS="-e LOG_LEVEL=info -e HTTP_PROXY=http://10.0.0.33:3128 -e NO_PROXY=10.0.1.238,localhost"',
  "HTTP_PROXY=http://elsewhere:1",
  "",
].join("\n");

test("the variables that the installer passes, and no others", () => {
  expect(dockerOptions.read(installed)).toEqual([
    { name: "LOG_LEVEL", value: "info", line: 2, exported: true },
    { name: "HTTP_PROXY", value: "http://10.0.0.33:3128", line: 2, exported: true },
    { name: "NO_PROXY", value: "10.0.1.238,localhost", line: 2, exported: true },
  ]);
});

test.each<[string, string, string[][]]>([
  [
    "all forms of the option",
    'X_OPTS="-e A=1 --env B=2 --env=C=3 -eD=4 -e=E=5"',
    [
      ["A", "1"],
      ["B", "2"],
      ["C", "3"],
      ["D", "4"],
      ["E", "5"],
    ],
  ],
  ["a value of docker's own environment", 'X_OPTS="-e A -e B=2"', [["B", "2"]]],
  ["other options", 'X_OPTS="-v A=1 --name B=2"', []],
  [
    "quotes within",
    'X_OPTS=\'-e "A=x y" -e B="it\'',
    [
      ["A", "x y"],
      ["B", "it"],
    ],
  ],
  ["no options", "OTHER=-e A=1", []],
])("%s", (_, text, expected) => {
  expect(pairs(text)).toEqual(expected);
});

describe("editing", () => {
  test("a value in place", () => {
    expect(dockerOptions.replace(installed, 2, "NO_PROXY", "10.0.1.238,localhost,ghe.example.com")).toBe(
      installed.replace("localhost", "localhost,ghe.example.com"),
    );
    expect(dockerOptions.replace("X_OPTS='--env=A=1  -d'\r\n", 1, "A", "2")).toBe(
      "X_OPTS='--env=A=2  -d'\r\n",
    );
  });

  test("another option of the same line", () => {
    expect(dockerOptions.insert(installed, 2, "HTTPS_PROXY", "http://h:1")).toBe(
      installed.replace('localhost"', 'localhost -e HTTPS_PROXY=http://h:1"'),
    );
  });

  test("options where there were none", () => {
    expect(dockerOptions.insert("A=1\n", 0, "NO_PROXY", "h")).toBe('A=1\nREPLICATED_OPTS="-e NO_PROXY=h"\n');
    expect(dockerOptions.insert('REPLICATED_OPTS=""\n', 0, "NO_PROXY", "h")).toBe(
      'REPLICATED_OPTS="-e NO_PROXY=h"\n',
    );
  });

  test("a value that is no single word is not written", () => {
    expect(dockerOptions.replace(installed, 2, "NO_PROXY", "a b")).toBe(installed);
    expect(dockerOptions.insert(installed, 2, "X_PROXY", '"')).toBe(installed);
  });
});
