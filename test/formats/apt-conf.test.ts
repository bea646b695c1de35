import { expect, test } from "vitest";
import { aptConf } from "../../src/formats/apt-conf.ts";

/** What `apt-config dump` of 2.6.1 makes of each: names, values, and the line of an error. */
test.each<[string, string, [string, string][], number?]>([
  ["a name and a value", 'X::P "a";\n', [["X::P", "a"]]],
  [
    "blocks",
    'X { P "a"; Q::r "b"; }; Y "c";\n',
    [
      ["X::P", "a"],
      ["X::Q::r", "b"],
      ["Y", "c"],
    ],
  ],
  [
    "a value before a block",
    'N "1" { P "2"; };\n',
    [
      ["N", "1"],
      ["N::P", "2"],
    ],
  ],
  ["a block left open", 'X { P "a";\n', [["X::P", "a"]]],
  ["a block closed twice", '}\nX::P "a";\n', [["X::P", "a"]]],
  ["an item of a list", 'X { "a"; };\n', []],
  ["no quotes", "X::P a%41;\n", [["X::P", "aA"]]],
  ["quotes keep per cent signs", 'X%41::P "a%41";\n', [["XA::P", "a%41"]]],
  ["quotes in a name", '"X"::P "a";\n', [["X::P", "a"]]],
  ["single quotes are letters", "X::P 'a';\n", [["X::P", "'a'"]]],
  ["several strings", 'X::P "a"  "b""c";\n', [["X::P", "a bc"]]],
  ["strings on several lines", 'X::P "a"\n  "b";\n', [["X::P", "a b"]]],
  [
    "comments",
    '// X::P "a";\n# X::P "b";\nX::P "c"; // d\nX::Q "e"; #f\n',
    [
      ["X::P", "c"],
      ["X::Q", "e"],
    ],
  ],
  ["long comments", '/* X::P "a";\n*/ X/**/::P /* // */\n"b";\n', [], 2],
  ["a comment within a word", 'A/*z*/B "q";\n', [["AB", "q"]]],
  ["a comment in quotes", 'X::P "http://h /* */ # x";\n', [["X::P", "http://h /* */ # x"]]],
  ["a URL without quotes", 'X::P http://h:1/;\nX::Q "b";\n', [], 1],
  ["a value without its semicolon", 'X::Q "b";\nX::P "a"\n', [["X::Q", "b"]], 2],
  ["two values", 'X::P "a" b;\nX::Q "c";\n', [], 1],
  ["an open string", 'X::P "a;\nX::Q "b";\n', [], 1],
  ["a block without a name", '{ X "a"; };\n', [], 1],
  ["an open bracket", 'X::P[ "a";\n', [], 1],
  [
    "carriage returns",
    'X::P "a";\r\nX::Q\t"b";\r\n',
    [
      ["X::P", "a"],
      ["X::Q", "b"],
    ],
  ],
  ["a comment that only seems closed", '/*/ X::P "a"; */ X::Q "b";\n', [["X::Q", "b"]]],
  ["nothing to clear", 'X::P "a";\n#clear;\n', [["X::P", "a"]], 2],
  ["an unknown directive", 'X::P "a" /*"*/; # "b";\n', [["X::P", "a"]], 1],
  ["a directive in a block", "X {\n#clear Y;\n", [], 2],
  ["another file", '#include "/x";\nX::P "a";\n', [["X::P", "a"]]],
  ["what is cleared", 'X::P "a";\nX::P::h "b";\n#clear x::p;\n', [["x::p", ""]]],
])("%s", (_, text, expected, fault) => {
  expect(aptConf.read(text).map(({ name, value }) => [name, value])).toEqual(expected);
  expect(aptConf.faults?.(text)).toEqual(fault === undefined ? [] : [{ kind: "syntax-error", line: fault }]);
});

test("an assignment stands where its statement begins", () => {
  const text = '\n/* a\n*/ A\n "b";  C {\n D "e"; }\n';
  expect(aptConf.read(text).map(({ name, line }) => [name, line])).toEqual([
    ["A", 3],
    ["C::D", 5],
  ]);
});

test("what clears all of Acquire takes back what stands before it", () => {
  expect(aptConf.read("#clear Acquire;\n").map(({ resets }) => resets)).toEqual([true]);
});

test("a value is replaced in its block", () => {
  expect(aptConf.replace('A { B c; D "e"; }; # f\n', 1, "A::B", "x y")).toBe('A { B "x y"; D "e"; }; # f\n');
});

test("a login within a name is masked, and the setting can be edited by that name, but not written anew", () => {
  const text = 'Acquire::http { Proxy::bob:Zq7x@repo "a"; };\n';
  const name = "Acquire::http::Proxy::bob:***@repo";
  expect(aptConf.read(text)).toMatchObject([{ name, value: "a" }]);
  expect(aptConf.replace(text, 1, name, "b")).toBe(text.replace('"a"', '"b"'));
  expect(aptConf.insert("", 0, name, "b")).toBe("");
  expect(aptConf.read("#clear Acquire::http::Proxy::bob:Zq7x@repo;\n")).toMatchObject([{ name }]);
});

test.each(['a"b', "a\nb", "a\tb"])("%j cannot be written", (value) => {
  expect(aptConf.replace('A "b";\n', 1, "A", value)).toBe('A "b";\n');
  expect(aptConf.insert('A "b";\n', 0, "C", value)).toBe('A "b";\n');
});

test("a new assignment does not come into a block", () => {
  const text = 'A {\n  B "c";\n};\n// end\n';
  expect(aptConf.insert(text, 2, "A::D", "e")).toBe('A {\n  B "c";\n};\nA::D "e";\n// end\n');
});

test.each<[string, string, number, string, string]>([
  ["a line", 'A "b"; // c\nD "e";\n', 1, "A", 'D "e";\n'],
  ["one of two on a line", 'A "b"; D "e";\n', 1, "A", 'A "b"; D "e";\n'],
  ["a block of one line", 'A { B "c"; };\n', 1, "A::B", 'A { B "c"; };\n'],
  ["within a block", 'A {\n  B "c";\n};\n', 2, "A::B", "A {\n};\n"],
  ["two lines", 'A\n "b";\nD "e";\n', 1, "A", 'D "e";\n'],
  ["a comment within", 'A\n# x\n "b";\n', 1, "A", 'A\n# x\n "b";\n'],
])("remove: %s", (_, text, line, name, expected) => {
  expect(aptConf.remove?.(text, line, name)).toBe(expected);
});
