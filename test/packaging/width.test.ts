import { createRequire } from "node:module";
import Table from "cli-table3";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { common } from "../../packaging/common.js";

const require = createRequire(import.meta.url);

const CELLS = [
  ["plain", "http://proxy.example:3128", ""],
  ["\u001b[31mred\u001b[39m", "– – –", "✓ ok 113 ms"],
  ["日本", "e\u0301", "👩‍💻 at work"],
  ["two\nlines", "ＦＵＬＬ", "\u200bnothing"],
];

test("the bundle's tables are those of cli-table3", async () => {
  const stdin = { contents: `export { default } from "cli-table3";`, resolveDir: common.absWorkingDir };
  const { outputFiles } = await build({ ...common, stdin, write: false, format: "cjs" });
  const module = { exports: {} as { default: typeof Table } };
  new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(module, module.exports, require);
  const drawn = (Tables: typeof Table) => {
    const table = new Tables({ style: { head: [], border: [] } });
    table.push(...CELLS);
    return table.toString();
  };
  expect(drawn(module.exports.default)).toBe(drawn(Table));
});
