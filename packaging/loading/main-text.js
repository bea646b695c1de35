import { build } from "esbuild";
import { common } from "../common.js";

/**
 * The first text of a form of the program, which loads the others.
 * @param {"built-main" | "executable-main"} name its source, beside this file
 */
export async function mainText(name) {
  const entryPoints = [`packaging/loading/${name}.js`];
  const { outputFiles } = await build({ ...common, entryPoints, format: "cjs", minify: true });
  return outputFiles[0]?.text ?? "";
}
