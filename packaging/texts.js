import { build, transform } from "esbuild";
import { common } from "./common.js";

/**
 * The program as texts of CommonJS that require each other by their names, so that each is read when it is needed:
 * esbuild splits ECMAScript modules alone, and Node takes longer to load those. All is ASCII, which is read byte by byte.
 * @param {import("esbuild").BuildOptions} options what is not common to all
 */
export async function textsByName(options) {
  const split = { format: "esm", splitting: true, entryNames: "[name]" };
  const { outputFiles, metafile } = await build(
    /** @type {import("esbuild").BuildOptions & typeof common} */ ({ ...common, ...split, ...options }),
  );
  const texts = outputFiles.map(async ({ path, text }) => {
    const { code } = await transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      supported: { "dynamic-import": false },
      minify: options.minify ?? false,
    });
    return /** @type {const} */ ([path.slice(1), inAscii(code)]);
  });
  const sorted = (await Promise.all(texts)).sort(([one], [other]) => (one < other ? -1 : 1));
  return { texts: sorted, metafile };
}

/**
 * What esbuild leaves in regular expressions is escaped as well.
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
