import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/cli/config/parse-yaml.ts";

describe("a text's value", () => {
  test.each<[string, string, unknown]>([
    ["comments and lists", "# ours\nonly:  # two\n  - s3\n  - own\n", { only: ["s3", "own"] }],
    ["flow style is YAML too", '{"role": "services", "timeout": 3}', { role: "services", timeout: 3 }],
    [
      "a version is no number",
      "server-version: 2.20\nbucket: 007",
      { "server-version": "2.20", bucket: "007" },
    ],
    [
      "a byte order mark and CRLF",
      "\ufeffrole: services\r\nquiet: true\r\n",
      { role: "services", quiet: true },
    ],
    ["words of YAML 1.1 are texts", "bucket: on\nregion: no", { bucket: "on", region: "no" }],
    ["nothing", "", {}],
    ["nothing but a comment", "# later\n", {}],
  ])("%s", (_, text, value) => {
    expect(parseYaml(text)).toMatchObject({ value });
  });

  test("what stands under a path is found again", () => {
    const parsed = parseYaml("role: services\ntargets:\n  - id: own/a\n    expect: {status: [200, 99]}\n");
    if ("what" in parsed) throw new Error(parsed.what);
    expect(parsed.placeOf(["role"], "key")).toEqual({ line: 1, column: 1 });
    expect(parsed.placeOf(["role"], "value")).toEqual({ line: 1, column: 7 });
    expect(parsed.placeOf(["targets", 0, "expect", "status", 1], "value")).toEqual({ line: 4, column: 28 });
  });
});

describe("what is wrong, and where", () => {
  test.each<[string, string, number, number, RegExp]>([
    ["a tab", "targets:\n\t- id: own/a\n", 2, 1, /tabs/i],
    ["an open quote", 'role: "services\n', 2, 1, /quote/i],
    [
      "a key twice",
      "role: services\nghe: ghe\nrole: workstation\n",
      3,
      1,
      /^role: stands here a second time/,
    ],
    ["a key twice, deeper", "targets:\n  - id: a\n    id: b\n", 3, 5, /^id: stands here a second time/],
    ["an alias", "only: &all [s3]\nskip: *all\n", 2, 7, /aliases/],
    [
      "a second document",
      "role: services\n---\nrole: services\n",
      2,
      1,
      /^a second document begins here, and only one is read$/,
    ],
    ["a tag", "role: !!js/function services\n", 1, 7, /tag/i],
    ["a list for a key", "? [a, b]\n: 1\n", 1, 3, /key/i],
    ["no colon", "role services\nghe: x\n", 1, 1, /./],
  ])("%s", (_, text, line, column, words) => {
    const parsed = parseYaml(text);
    expect(parsed).toMatchObject({ place: { line, column } });
    expect("what" in parsed ? parsed.what : "").toMatch(words);
  });

  test("a bomb of aliases is not set off", () => {
    const levels = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
    expect(parseYaml(`a0: &a0 [x]\n${levels.join("\n")}\n`)).toMatchObject({ place: { line: 2 } });
  });

  test.each([
    ["brackets", "[".repeat(100_000)],
    ["mappings", "a: ".repeat(1000)],
  ])("%s without end are no crash", (_, text) => {
    expect(parseYaml(text)).toHaveProperty("what", expect.not.stringMatching(/call stack/i));
  });

  test("a megabyte of keys is read in seconds", { timeout: 30_000 }, () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`).join("\n");
    expect(parseYaml(keys)).toHaveProperty("value");
  });
});
