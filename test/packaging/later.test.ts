import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { common } from "../../packaging/common.js";

const require = createRequire(import.meta.url);

test("commander loads nothing that starts programs before it starts one", async () => {
  const stdin = { contents: `export * from "commander";`, resolveDir: common.absWorkingDir ?? "" };
  const { outputFiles } = await build({ ...common, stdin, write: false, format: "cjs" });
  const loaded: string[] = [];
  const noting = (name: string) => {
    loaded.push(name);
    return require(name);
  };
  new Function("module", "exports", "require", outputFiles[0]?.text ?? "")({}, {}, noting);
  expect(loaded).toContain("node:path");
  expect(loaded).not.toContain("node:child_process");
});

test("commander starts programs in the one way that it is given", () => {
  const source = readFileSync(join(dirname(require.resolve("commander")), "lib/command.js"), "utf8");
  const ways = [...source.matchAll(/\bchildProcess\b(?! = require)\.?(\w*)/g)].map(([, way]) => way);
  expect(new Set(ways)).toEqual(new Set(["spawn"]));
});
