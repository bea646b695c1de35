import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { joined } from "../../../packaging/loading/joined.js";
import { loaderOf, type Opening } from "../../../packaging/loading/loader.js";

const require = createRequire(import.meta.url);

/** A loader of some texts; what is opened with it may hold some of them. */
function loading(texts: Readonly<Record<string, string>>, opening?: Opening) {
  return loaderOf({
    textOf: (name) => texts[name] ?? "",
    pathOf: (name) => `/folder/${name}`,
    names: { WHERE: "here" },
    require,
    opening,
  });
}

function openingOf(texts: Readonly<Record<string, string>>): Opening {
  return { text: joined(new Map(Object.entries(texts)), ["WHERE"]) };
}

describe("the loader", () => {
  test("runs a text once, with what is bound in it", () => {
    const { load } = loading({
      "main.js": 'require("./part.js").seen.push(WHERE); exports.seen = require("./part.js").seen;',
      "part.js": "exports.seen = [__filename];",
    });
    expect(load("main.js").seen).toEqual(["/folder/part.js", "here"]);
  });

  test("lets two texts require each other, and a text put something else in place of its exports", () => {
    const { load } = loading({
      "a.js": 'exports.early = 1; exports.other = require("./b.js");',
      "b.js": 'module.exports = require("./a.js").early + 1;',
    });
    expect(load("a.js").other).toBe(2);
  });

  test("leaves to Node what is no text of the program's", () => {
    expect(loading({ "a.js": 'exports.path = require("node:path");' }).load("a.js").path).toBe(
      require("node:path"),
    );
  });

  test("says which texts it has run, in their order", () => {
    const { load, loaded } = loading({ "a.js": 'require("./b.js")', "b.js": "", "c.js": "" });
    load("a.js");
    expect(loaded()).toEqual(["a.js", "b.js"]);
  });

  test("runs what the opening holds as if it came alone, and the others beside it", () => {
    const texts = {
      "a.js": 'exports.seen = [WHERE, __filename, require("./b.js").seen];',
      "b.js": "exports.seen = __filename;",
    };
    const { load } = loading({ "b.js": texts["b.js"] }, openingOf({ "a.js": texts["a.js"] }));
    expect(load("a.js").seen).toEqual(loading(texts).load("a.js").seen);
  });

  test("runs nothing of the opening before it is needed", () => {
    const { load } = loading({}, openingOf({ "a.js": "", "b.js": 'throw new Error("run")' }));
    load("a.js");
    expect(() => load("b.js")).toThrow("run");
  });

  test("takes the code that was kept of the opening, and compiles it where another's was kept", () => {
    const opening = openingOf({ "a.js": "exports.sum = () => 1 + 1;" });
    const { load, script } = loading({}, opening);
    load("a.js").sum();
    const code = script?.createCachedData() ?? expect.fail();
    for (const [text, isRejected] of [
      [opening.text, false],
      [openingOf({ "a.js": "exports.sum = () => 1 + 1 + 0;" }).text, true],
    ] as const) {
      const again = loading({}, { text, code });
      expect(again.load("a.js").sum()).toBe(2);
      expect(again.script?.cachedDataRejected).toBe(isRejected);
    }
  });
});
