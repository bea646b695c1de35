import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { loaderOf } from "../../../packaging/loading/loader.js";

const require = createRequire(import.meta.url);

function loading(texts: Readonly<Record<string, string>>, codes: Readonly<Record<string, Buffer>> = {}) {
  return loaderOf({
    textOf: (name) => texts[name] ?? "",
    codeOf: (name) => codes[name],
    pathOf: (name) => `/folder/${name}`,
    names: { WHERE: "here" },
    require,
  });
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

  test("takes the code that was kept of a text, and compiles a text of which another's was kept", () => {
    const texts = { "a.js": "exports.sum = () => 1 + 1;", "b.js": "exports.product = (a, b) => a * b;" };
    const { load, scripts } = loading(texts);
    load("a.js").sum();
    const code = scripts.get("a.js")?.createCachedData() ?? expect.fail();
    const again = loading(texts, { "a.js": code, "b.js": code });
    expect(again.load("a.js").sum()).toBe(2);
    expect(again.load("b.js").product(2, 3)).toBe(6);
    expect(again.scripts.get("a.js")?.cachedDataRejected).toBe(false);
    expect(again.scripts.get("b.js")?.cachedDataRejected).toBe(true);
  });
});
