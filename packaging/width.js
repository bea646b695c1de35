import { fileURLToPath } from "node:url";

const OURS = fileURLToPath(new URL("../src/render/terminal/width.ts", import.meta.url));
const THEIRS = /[\\/]node_modules[\\/](?:cli-table3|wrap-ansi)[\\/]/;

/**
 * Has cli-table3 and wrap-ansi measure as we do, who ask string-width only where a character may be wide: its expression of
 * all emoji takes a tenth of a start to compile.
 * @returns {import("esbuild").Plugin}
 */
export function widthOfCells() {
  return {
    name: "width-of-cells",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^string-width$/ }, ({ importer }) =>
        THEIRS.test(importer) ? { path: "string-width", namespace: "width" } : undefined,
      );
      onLoad({ filter: /./, namespace: "width" }, () => ({
        contents: `module.exports = require(${JSON.stringify(OURS)}).columnsTaken;`,
        resolveDir: ".",
      }));
    },
  };
}
