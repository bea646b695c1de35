import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { inCommonJs } from "../../packaging/common-js.js";

const require = createRequire(import.meta.url);

/** What a text of CommonJS exports; what it requires of the program's is given. */
function exportsOf(text: string, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const module = { exports: {} };
  const requireFrom = (name: string) => given[name] ?? require(name);
  new Function("exports", "module", "require", text)(module.exports, module, requireFrom);
  return module.exports;
}

const one = (text: string) => inCommonJs("one.js", new Map([["one.js", text]]));

describe("a module in CommonJS", () => {
  test("exports plain properties", async () => {
    const exported = exportsOf(await one("export const a = 1; export function b() { return a; }"));
    expect(Object.getOwnPropertyDescriptors(exported)).toMatchObject({
      a: { value: 1 },
      b: { value: expect.any(Function) },
    });
  });

  test("shows what has become of an export that is set again", async () => {
    const exported = exportsOf(await one("export let count = 0; export const add = () => { count += 1; };"));
    (exported["add"] as () => void)();
    expect(exported["count"]).toBe(1);
  });

  test("requires the program's other modules and Node's, each as it is imported", async () => {
    const text = await one(
      `import { shared } from "./other.js";
       import path, { join } from "node:path";
       export const seen = [shared, path.sep, join("a", "b")];
       export const later = () => import("./other.js");`,
    );
    const other = { shared: "of the other" };
    const { seen, later } = exportsOf(text, { "./other.js": other });
    expect(seen).toEqual(["of the other", "/", "a/b"]);
    expect(await (later as () => Promise<unknown>)()).toBe(other);
  });

  test("has those that are given with it in its own scope", async () => {
    const modules = new Map([
      ["one.js", 'import { name } from "./two.js"; export const seen = name;'],
      ["two.js", 'export const name = "two";'],
    ]);
    const text = await inCommonJs("one.js", modules);
    expect(text).not.toContain("require");
    expect(exportsOf(text)).toEqual({ seen: "two" });
  });

  test("is ASCII, in expressions too", async () => {
    const text = await one("export const wide = /^[一-龠]$/; export const word = '日本';");
    expect(text).toMatch(/^[\0-\x7f]*$/);
    const { wide, word } = exportsOf(text);
    expect((wide as RegExp).test("本")).toBe(true);
    expect(word).toBe("日本");
  });
});
