import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles programs of the tests, and the parts of the product that they start, into a folder: modules that run under
 * any Node. What only a proxy script needs stays outside.
 * @param {readonly string[]} entryPoints paths from the root of the repository
 * @param {string} outdir
 * @param {import("esbuild").Plugin[]} plugins
 */
export async function bundlePrograms(entryPoints, outdir, plugins = []) {
  await build({
    entryPoints: [...entryPoints, "src/parts/run-part.js"],
    absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
    outdir,
    entryNames: "[name]",
    bundle: true,
    keepNames: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    loader: { ".md": "text", ".sh": "text" },
    external: ["proxy-agent", "pac-resolver", "quickjs-wasi"],
    logLevel: "warning",
    plugins,
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
}
