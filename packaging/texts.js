import { build } from "esbuild";
import { common } from "./common.js";
import { inCommonJs } from "./common-js.js";

/**
 * The program as texts of CommonJS that require each other by their names, so that each is read when it is needed:
 * esbuild splits ECMAScript modules alone, and Node takes longer to load those. All is ASCII, which is read byte by byte.
 * `modules` are what they were made of.
 * @param {import("esbuild").BuildOptions} options what is not common to all
 */
export async function textsByName(options) {
  const split = { format: "esm", splitting: true, minify: true, entryNames: "[name]" };
  const { outputFiles, metafile } = await build(
    /** @type {import("esbuild").BuildOptions & typeof common} */ ({ ...common, ...split, ...options }),
  );
  const sorted = outputFiles
    .map(({ path, text }) => /** @type {const} */ ([path.slice(1), text]))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  /** @type {[name: string, text: string][]} */
  const texts = [];
  for (const [name, module] of sorted) {
    texts.push([name, await inCommonJs(name, new Map([[name, module]]))]);
  }
  return { texts, modules: new Map(sorted), metafile };
}
