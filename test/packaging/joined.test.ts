import { expect, test } from "vitest";
import { joined, type Text } from "../../packaging/joined.js";

/** Eight texts that need one. */
function needing(key: string): readonly Text[] {
  return Array.from({ length: 8 }, (_, at) => [
    `of-${key}-${at}.js`,
    `exports.a=require("./chunk-${key}.js").a;`,
  ]);
}

const RUN = 'globalThis.ran.push("KEY");exports.a={};';
const texts: readonly Text[] = [
  ["start.js", 'require("./chunk-FIRST.js");'],
  ["chunk-FIRST.js", RUN.replace("KEY", "FIRST")],
  [
    "chunk-7SMALL.js",
    `require("./chunk-LARGE.js");require("./chunk-OTHER.js");${RUN.replace("KEY", "7SMALL")}`,
  ],
  ["chunk-OTHER.js", RUN.replace("KEY", "OTHER")],
  ["chunk-LARGE.js", RUN.replace("KEY", "LARGE").padEnd(5000)],
  ["chunk-PLACED.js", `MODULE_URL;${RUN.replace("KEY", "PLACED")}`],
  ["chunk-RARE.js", RUN.replace("KEY", "RARE")],
  ["rare.js", 'require("./chunk-RARE.js");'],
  ...["FIRST", "7SMALL", "OTHER", "LARGE", "PLACED"].flatMap(needing),
];

test("what is small and needed by many is joined, and nothing else", () => {
  const gone = texts.map(([name]) => name).filter((name) => !new Map(joined(texts)).has(name));
  expect(gone).toEqual(["chunk-7SMALL.js", "chunk-OTHER.js"]);
});

test("what is joined is run once, when it is first needed", () => {
  const ran: string[] = [];
  Object.assign(globalThis, { ran });
  const { load } = loading(new Map(joined(texts)));
  const one = load("of-7SMALL-0.js");
  expect(ran).toEqual(["LARGE", "OTHER", "7SMALL"]);
  expect(load("of-7SMALL-1.js")["a"]).toBe(one["a"]);
  load("of-OTHER-0.js");
  expect(ran).toHaveLength(3);
});

type Exports = Record<string, unknown>;

/** Requires texts as Node does files. */
function loading(files: ReadonlyMap<string, string>) {
  const modules = new Map<string, { exports: Exports }>();
  const load = (name: string): Exports => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const required = (path: string) => load(path.replace(/^\.\//, ""));
    new Function("exports", "module", "require", files.get(name) ?? "")(module.exports, module, required);
    return module.exports;
  };
  return { load };
}
