import { createRequire } from "node:module";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { common } from "../../packaging/common.js";

const require = createRequire(import.meta.url);

test("a dependency's classes keep their names in what is minified, and ours are given none", async () => {
  const contents = `
    import { RequestError } from "proxy-chain";
    import { UsageError } from "./src/cli/usage-error.ts";
    export const names = [RequestError.name, UsageError.name];`;
  const stdin = { contents, resolveDir: common.absWorkingDir ?? "" };
  const { outputFiles } = await build({ ...common, stdin, write: false, minify: true, format: "cjs" });
  const bundle: { exports: { names?: readonly string[] } } = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(bundle, bundle.exports, require);
  const [theirs, ours] = bundle.exports.names ?? [];
  expect(theirs).toBe("RequestError");
  expect(ours).not.toBe("UsageError");
});
