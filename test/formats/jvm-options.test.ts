import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type JvmSplitting,
  jvmSplittingOf,
  meantJvmOptions,
  readJvmOptions,
  removeJvmProperty,
  setJvmProperty,
  strayJvmWord,
} from "../../src/formats/jvm-options.ts";

const read = (...args: Parameters<typeof readJvmOptions>) =>
  readJvmOptions(...args).map(({ name, value }) => [name, value]);

test("properties among other options", () => {
  expect(
    read(" -Xmx1g  -Dhttp.proxyHost=10.0.0.33\t-Dhttp.nonProxyHosts=a|*.b -Dx -D=y -ea:-Dz=1 -Dh=p=q "),
  ).toEqual([
    ["http.proxyHost", "10.0.0.33"],
    ["http.nonProxyHosts", "a|*.b"],
    ["x", ""],
    ["h", "p=q"],
  ]);
});

describe("quotes", () => {
  const value = "-Da=\"x y\" '-Db=z w' -Dc=p\"q\"'r'";

  test("are the JVM's in the variables that it reads itself", () => {
    expect(read(value, jvmSplittingOf("JAVA_TOOL_OPTIONS"))).toEqual([
      ["a", "x y"],
      ["b", "z w"],
      ["c", "pqr"],
    ]);
  });

  test("are text in what a script puts on the command line", () => {
    expect(read(value, jvmSplittingOf("JVM_OPTS"))).toEqual([
      ["a", '"x'],
      ["c", "p\"q\"'r'"],
    ]);
  });

  test("one that is not matched keeps the JVM from starting", () => {
    expect(read('-Da=1 "-Db=2', "quotes")).toEqual([]);
    expect(setJvmProperty('-Da=1 "-Db=2', "a", "2", "quotes")).toBe('-Da=1 "-Db=2');
  });
});

test("a shell does not split at a carriage return, the JVM does, and neither at a no-break space", () => {
  expect(read("-Da=1\r\n-Db=2")).toEqual([
    ["a", "1\r"],
    ["b", "2"],
  ]);
  expect(read("-Da=1\r\n-Db=2\u00a0-Dc=3", "quotes")).toEqual([
    ["a", "1"],
    ["b", "2\u00a0-Dc=3"],
  ]);
});

test.each<[string, JvmSplitting, ReturnType<typeof strayJvmWord>]>([
  ["-Da=1 -Xmx1g @file", "white-space", undefined],
  ["-Da=b | c", "white-space", { word: "|" }],
  ["-Da=b 'c d'", "quotes", { word: "'c d'" }],
  ["'-Da=b | c'", "quotes", undefined],
  ["'-Da=b'", "white-space", { word: "'-Da=b'" }],
  ["-cp a:b --add-opens java.base/java.net=ALL-UNNAMED", "white-space", undefined],
  ['-Da="b', "white-space", undefined],
  ['-Da="b', "quotes", "unclosed"],
])("what keeps a JVM from starting with %j", (value, splitting, expected) => {
  expect(strayJvmWord(value, splitting)).toEqual(expected);
});

describe("setting a property", () => {
  test.each<[string, string, string, string]>([
    ["in place", "-Xmx1g  -Da=1 -Db=2", "a", "-Xmx1g  -Da=new -Db=2"],
    ["the last of several", "-Da=1 -Da=2", "a", "-Da=1 -Da=new"],
    ["at the end", "-Xmx1g ", "a", "-Xmx1g -Da=new"],
    ["alone", "", "a", "-Da=new"],
    ["not one whose name only begins alike", "-Dab=1", "a", "-Dab=1 -Da=new"],
  ])("%s", (_, value, name, expected) => {
    expect(setJvmProperty(value, name, "new")).toBe(expected);
  });

  test("white space needs quotes, and where there are none nothing is written", () => {
    expect(setJvmProperty("-Da=1", "a", "x y", "quotes")).toBe('"-Da=x y"');
    expect(setJvmProperty("-Da=1", "a", "x y")).toBe("-Da=1");
  });

  test("reads back, and leaves the others alone", () => {
    const word = fc.constantFrom("-Xmx1g", "-Da=1", "-Db=x|y", "-Dc", "-Da=2");
    const gap = fc.constantFrom(" ", "  ", "\t");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), fc.constantFrom("a", "d"), (words, name) => {
        const value = words.flat().join("");
        const written = setJvmProperty(value, name, "*.new|x");
        expect(readJvmOptions(written).findLast((each) => each.name === name)?.value).toBe("*.new|x");
        const others = (text: string) => readJvmOptions(text).filter((each) => each.name !== name);
        expect(others(written)).toEqual(others(value));
      }),
    );
  });
});

describe("a list with blanks in it", () => {
  const value = "-Xmx1g -Dhttp.nonProxyHosts=a | b ,c -Dx=y z -ea";

  test("is meant whole, and nothing else is", () => {
    expect(meantJvmOptions(value).map((each) => each.value)).toEqual(["a | b ,c", "y"]);
    expect(meantJvmOptions("-Dhttp.proxyHost= 10.0.0.33", "quotes")[0]?.value).toBe("10.0.0.33");
  });

  test("is set and removed whole", () => {
    expect(setJvmProperty(value, "http.nonProxyHosts", "a|b|c")).toBe(
      "-Xmx1g -Dhttp.nonProxyHosts=a|b|c -Dx=y z -ea",
    );
    expect(setJvmProperty("-Dhttp.nonProxyHosts=a |", "http.nonProxyHosts", "a")).toBe(
      "-Dhttp.nonProxyHosts=a",
    );
    expect(removeJvmProperty(value, "http.nonProxyHosts")).toBe("-Xmx1g -Dx=y z -ea");
    expect(removeJvmProperty(value, "x")).toBe("-Xmx1g -Dhttp.nonProxyHosts=a | b ,c z -ea");
  });
});
