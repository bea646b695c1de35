import { readFile } from "node:fs/promises";
import { transform } from "esbuild";

/** Dependencies of which only what is used is taken: a name that is given is a use. */
const SHAKEN = /[\\/]node_modules[\\/](?:diff|valibot)[\\/]/;

/**
 * Leaves functions and classes of dependencies their names, for some know their errors by the names of their classes.
 * Ours have none to keep, and each would be given anew whenever its function is made.
 * @returns {import("esbuild").Plugin}
 */
export function theirNames() {
  return {
    name: "their-names",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => {
        if (SHAKEN.test(path)) return undefined;
        const { code } = await transform(await readFile(path, "utf8"), { keepNames: true, target: "node20" });
        return { contents: code, loader: "js" };
      });
    },
  };
}
