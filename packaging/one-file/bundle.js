import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { common } from "../common.js";

/** The module that stands in for `src/parts/program.js`. */
const ownProgram = {
  name: "own-program",
  /** @param {import("esbuild").PluginBuild} build */
  setup({ onResolve }) {
    const path = fileURLToPath(new URL("./program.js", import.meta.url));
    onResolve({ filter: /parts\/program\.js$/ }, () => ({ path }));
  },
};

/**
 * How the program is bundled to be one file.
 * @param {import("./form.ts").Form} form
 */
export function optionsFor(form) {
  const define = { __filename: "ONE_FILE_PATH", "import.meta.url": "ONE_FILE_URL" };
  return {
    entryPoints: ["packaging/one-file/main.ts"],
    minify: true,
    define: { ...define, ONE_FILE_FORM: JSON.stringify(form) },
    plugins: [...common.plugins, ownProgram],
  };
}

/** The whole program as one text of CommonJS, in which modules run when they are needed: of it bun makes executables. */
export async function wholeText() {
  const path = "const ONE_FILE_PATH = process.argv[1]";
  const banner = { js: `${path}, ONE_FILE_URL = require("node:url").pathToFileURL(ONE_FILE_PATH).href;` };
  const supported = { "dynamic-import": false };
  const options = optionsFor("bun-executable");
  const { outputFiles } = await build({ ...common, ...options, format: "cjs", supported, banner });
  return outputFiles[0]?.text ?? "";
}
