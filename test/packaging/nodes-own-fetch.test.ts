import { createRequire } from "node:module";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { common } from "../../packaging/common.js";

const require = createRequire(import.meta.url);

test("undici asks for nothing of Node's own undici", async () => {
  const stdin = { contents: `export * from "undici";`, resolveDir: common.absWorkingDir };
  const { outputFiles } = await build({ ...common, stdin, write: false, format: "cjs" });
  const asked: string[] = [];
  const watched = ["fetch", "Headers", "Request", "Response", "FormData", "WebSocket"];
  const global = Object.create(globalThis);
  for (const name of watched) Object.defineProperty(global, name, { get: () => void asked.push(name) });
  const module = { exports: {} };
  const run = new Function("module", "exports", "require", "globalThis", outputFiles[0]?.text ?? "");
  run(module, module.exports, require, global);
  expect(module.exports).toHaveProperty("Client");
  expect(asked).toEqual([]);
});
