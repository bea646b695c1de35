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

/** Where an executable's program lies, as a thread is to find it. */
const PATHS = { "node-executable": "process.execPath", "bun-executable": "process.argv[1]" };

/**
 * The whole program as one text of CommonJS, in which modules run when they are needed.
 * @param {keyof typeof PATHS} form
 */
export async function wholeText(form) {
  const path = `const ONE_FILE_PATH = ${PATHS[form]}`;
  const banner = { js: `${path}, ONE_FILE_URL = require("node:url").pathToFileURL(ONE_FILE_PATH).href;` };
  // What is built in is loaded in the same way as all else: an executable of Node's has no other.
  const supported = { "dynamic-import": false };
  const { outputFiles } = await build({ ...common, ...optionsFor(form), format: "cjs", supported, banner });
  return outputFiles[0]?.text ?? "";
}
