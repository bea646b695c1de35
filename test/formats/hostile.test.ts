import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Format } from "../../src/formats/format.ts";
import { formatOf } from "../../src/formats/index.ts";
import { LOADERS } from "../../src/model/setting.ts";
import { processorSeconds } from "../rig/processor-time.ts";

/** An eighth of the largest file that is read: enough for what grows with the square, or runs out of the stack. */
const LENGTH = 131_072;

/** As much text as fits into the length; `before` and `after` stand once. */
const filled = (unit: string, before = "", after = "") =>
  before + unit.repeat(Math.floor((LENGTH - before.length - after.length) / unit.length)) + after;

const nested = (open: string, close: string) => {
  const depth = Math.floor(LENGTH / (open.length + close.length));
  return open.repeat(depth) + close.repeat(depth);
};

/** Bytes that no one chose, the same at every run, as a reader of latin1 sees them. */
function noise(): string {
  let state = 0x9e3779b9;
  const bytes = Buffer.alloc(LENGTH);
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes.toString("latin1");
}

const SHAPES: readonly (readonly [string, () => string])[] = [
  ["open double quotes", () => filled('"')],
  ["open single quotes", () => filled("'")],
  ["values with an open quote", () => filled('A="b\n')],
  ["values of two open quotes", () => filled("A=\"'\n")],
  ["open braces", () => filled("{")],
  ["open brackets", () => filled("[")],
  ["open parentheses", () => filled("(")],
  ["nested parentheses", () => nested("(", ")")],
  ["nested substitutions", () => `A=${nested("$(", ")")}`],
  ["nested expansions", () => `A=${nested("${A:-", "}")}`],
  ["open substitutions, a line each", () => filled("A=$(\n")],
  ["open substitutions in quotes", () => filled('"$(', "A=")],
  ["backquotes", () => filled("`")],
  ["backslashes", () => filled("\\")],
  ["an odd number of backslashes", () => filled("\\", "A=", "\n")],
  ["backslashes at line ends", () => filled("\\\n")],
  ["one line of assignments", () => filled("A=")],
  ["one line of assignments apart", () => filled("A= ")],
  ["one line of lists", () => filled("A=a, ")],
  ["one line of statements", () => filled("A=1;")],
  ["carriage returns", () => filled("\r")],
  ["assignments ended by carriage returns", () => filled("NO_PROXY=a # b\r")],
  ["comments within a line", () => filled(" #", "A=", "\r")],
  ["blanks", () => filled(" ")],
  ["blanks before a letter", () => filled(" ", "A=b", "c")],
  ["lines of nothing", () => filled("\n")],
  ["deep arrays", () => nested("[", "]")],
  ["deep objects", () => `${nested('{"HttpProxy":', "}").replace(":}", ":1}")}`],
  ["an object of many keys", () => filled('"HttpProxy":"a",', "{", '"b":1}')],
  ["an object cut short", () => filled('{"HttpProxy":"')],
  ["a string of escapes", () => filled('\\"', '{"HttpProxy":"', '"}')],
  ["a value of escapes", () => filled('\\"', 'A="', '"')],
  ["a value of escapes, unquoted", () => filled("\\a", "A=")],
  ["a value of backslashes in pairs", () => filled("\\\\", 'A="', '"')],
  ["options of escapes", () => filled("\\a", "X_OPTS='-e A=\"", "'")],
  ["options of escapes, doubled", () => filled("\\\\a", 'X_OPTS="-e A=', '"')],
  ["one unit's escapes", () => filled("\\x41", '[Service]\nEnvironment="A=', '"')],
  ["a here-document that never ends", () => filled("NO_PROXY=a, b\n", "cat <<'EOF'\n")],
  ["here-documents that never end", () => filled("cat <<EOF\n")],
  ["here-documents of one line", () => filled("cat <<A <<B <<C <<D\n")],
  ["here-documents upon one line", () => filled("<<A ", "", "\nA\n")],
  ["here-documents that end", () => filled("cat <<EOF\nA=1\nEOF\n")],
  ["expansions that double", () => filled("A=$A$A\n", "A=aa\n")],
  ["expansions of one name", () => filled("$A", `A=${"a".repeat(1000)}\nB=`)],
  ["expansions that double, behind an error", () => filled("A=$A$A\n", ")\nA=aa\n")],
  ["flaws", () => filled("NO_PROXY=a, b\n")],
  ["labels", () => filled("2.) A=b\n")],
  ["labels before nothing", () => filled("2.) \n")],
  ["pasted commands", () => filled("echo a | sudo tee /etc/a\n")],
  ["one echo and its pipes", () => filled("| ", "echo ")],
  ["one echo and its files", () => filled(">>  ", "echo ")],
  ["one tee and its here-documents", () => filled("<< ", "sudo tee ")],
  ["ends of here-documents", () => filled("EOF\n")],
  ["units", () => filled("[Service]\nEnvironment=A=b\n")],
  ["one unit's many words", () => filled('"A=b" ', "[Service]\nEnvironment=")],
  ["options", () => filled("-e A=b ", "X_OPTS=")],
  ["conditions", () => filled("if a; then\n")],
  ["backslashes and letters", () => filled("\\x")],
  ["open substitutions", () => filled("$(")],
  ["open expansions", () => filled('A="${')],
  ["open brackets, a word each", () => filled('["a",')],
  ["assignments", () => filled("A=1\n")],
  ["expansions of a long value", () => filled("B=$A$A\n", `A=${"a".repeat(60_000)}\n`)],
  ["compound commands", () => filled("if a; then ")],
  ["per cent signs", () => filled("Environment=A=%% ", "[Service]\n")],
  ["continued lines", () => filled("A=b\\\n")],
  ["continued directives", () => filled("A=b \\\n", "[Service]\nEnvironment=")],
  ["names", () => filled("a")],
  ["open objects", () => filled('{"HttpProxy":')],
  ["keys", () => filled("httpProxy ")],
  ["members", () => filled('"proxies": {"http-proxy": "a"},', "{")],
  ["assignments and carriage returns", () => filled("A=\r")],
  ["statements of sudo", () => filled("Defaults env_keep=a\n")],
  ["statements that sudo gives up", () => filled("Defaults env_keep=\n")],
  ["users", () => filled(":a,", "Defaults")],
  ["a list in quotes", () => filled("a \\\n", 'Defaults env_keep="')],
  ["negations", () => filled("!", "Defaults ")],
  ["blocks", () => filled("A { ")],
  ["settings in blocks", () => filled("B c; ", `${"A".repeat(900)} { `.repeat(99))],
  ["open strings", () => filled('A "b" ')],
  ["comments", () => filled("/* */ ")],
  ["open comments", () => filled("/*")],
  ["keys without a value", () => filled("a\n", "[http]\n")],
  ["keys of a long section", () => filled("a=b\n", `[http "${"a".repeat(60_000)}"]\n`)],
  ["values that go on", () => filled(" a\n", "[a]\nb =\n")],
  ["sections", () => filled("[http]")],
  ["semicolons", () => filled(";")],
  ["noise", noise],
  ["noise in lines of assignments", () => noise().replaceAll("\u0000", "\nA=")],
  ["NUL", () => filled("\0")],
  ["surrogates cut apart", () => filled("A=\ud800\n")],
];

const wholly = ({ read, flawed, faults }: Format, text: string) => [
  read(text),
  flawed?.(text) ?? [],
  faults?.(text) ?? [],
];

const ALL = LOADERS.map((loader): [string, Format] => [loader, formatOf({ loader, path: "/x/https_proxy" })]);

describe.each<[string, Format]>(ALL)("%s", (_, format) => {
  test.each(SHAPES)("a quarter of a mebibyte of %s", { timeout: 120_000 }, (_shape, made) => {
    const text = made();
    // One second at the most; a reading that takes the square of the length takes a minute.
    expect(processorSeconds(() => wholly(format, text))).toBeLessThan(6);
  });

  test("no text makes it throw, and no assignment stands outside of it", () => {
    const unit = fc.constantFrom(
      ..."AB=\"'\\$`{}()[]<>|&;#%-,: \t\r\n\0",
      ...[
        "export ",
        "[Service]\n",
        "Environment=",
        "X_OPTS=",
        "<<EOF\n",
        "EOF\n",
        "2.) ",
        "| sudo tee ",
        "HttpProxy",
      ],
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: "binary" })), (text) => {
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line } of wholly(format, text).flat()) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no edit of what is flawed or at fault throws, or costs an assignment", () => {
    const unit = fc.constantFrom(
      ...[
        "A=1\n",
        "B=a, b\n",
        "export C=<x>\n",
        "2.) ",
        "2. ",
        "(cat <<'EOF'\n",
        "EOF\n",
        ") | sudo tee /etc/x\n",
        "fi\n",
        '"',
        " #",
        "\\\n",
        "\r\n",
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const before = format.read(text);
        for (const { line } of format.faults?.(text) ?? []) {
          const names = format.read(format.removeFault?.(text, line) ?? text).map(({ name }) => name);
          for (const { name } of before) expect(names).toContain(name);
        }
        for (const { name, line, value } of [...before, ...(format.flawed?.(text) ?? [])]) {
          const after = format.restate?.(text, line, name, value) ?? text;
          if (after === text) continue;
          expect(format.read(after)).toContainEqual({ name, line, value, exported: true });
        }
      }),
      { numRuns: 300 },
    );
  });
});
