import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { inCommonJs } from "../../packaging/common-js.js";
import { hoisted } from "../../packaging/hoisted.js";
import { loaderOf } from "../../packaging/loading/loader.js";

const MODULES = new Map([
  [
    "main.js",
    'import { seen } from "./part.js"; seen.push(WHERE); export { seen }; export const later = () => import("./later.js");',
  ],
  ["part.js", 'export const seen = ["part"];'],
  [
    "later.js",
    'import { seen } from "./part.js"; import { word } from "./apart.js"; seen.push(word); export const all = seen;',
  ],
  ["apart.js", 'import { seen } from "./part.js"; export const word = "after " + seen.length;'],
  ["more.js", 'import { seen } from "./part.js"; export const length = () => seen.length;'],
]);

/** The texts that a loader finds, and an opening that holds some of the modules. */
async function loading(...opened: readonly string[]) {
  const texts = new Map<string, string>();
  for (const [name, text] of MODULES) texts.set(name, await inCommonJs(name, new Map([[name, text]])));
  const modules = new Map(opened.map((name) => [name, MODULES.get(name) ?? ""]));
  return loaderOf({
    textOf: (name) => texts.get(name) ?? "",
    pathOf: (name) => `/folder/${name}`,
    names: { WHERE: "here" },
    require: createRequire(import.meta.url),
    opening: { text: await hoisted(modules, ["WHERE"]) },
  });
}

test("modules in one scope are those that texts beside them require", async () => {
  const { load } = await loading("main.js", "part.js");
  const { seen, later } = load("main.js");
  expect(seen).toEqual(["part", "here"]);
  expect((await later()).all).toBe(seen);
  expect(seen).toEqual(["part", "here", "after 2"]);
  expect(load("more.js").length()).toBe(3);
});

test("what is imported later, and is in the same scope, is run with the others", async () => {
  const { load } = await loading("apart.js", "later.js", "main.js", "part.js");
  const { seen, later } = load("main.js");
  expect(seen).toEqual(["part", "after 1", "here"]);
  expect((await later()).all).toBe(seen);
});
