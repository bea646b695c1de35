import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** How quickjs-wasi comes to its engine, and how it does in one file. */
const READS = "await readFile(new URL('../quickjs.wasm', import.meta.url))";
const UNPACKS = "brotliDecompressSync(Buffer.from(engine, 'base64'))";
const IMPORTS =
  "import { brotliDecompressSync } from 'node:zlib';\nimport engine from 'packed:quickjs.wasm';\n";

/**
 * Takes the engine for proxy scripts, a file of WebAssembly that quickjs-wasi reads from its own folder, into the
 * bundle: packed, since few have such a script.
 * @returns {import("esbuild").Plugin}
 */
export function engineInside() {
  return {
    name: "engine-inside",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /quickjs-wasi[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes(READS))
          throw new Error("quickjs-wasi reads its engine in another way than before");
        return { contents: IMPORTS + text.replace(READS, UNPACKS), loader: "js" };
      });
      onResolve({ filter: /^packed:/ }, ({ importer }) => {
        // The path is a name: where it lies is not to be in what is made.
        const pluginData = join(dirname(importer), "..", "quickjs.wasm");
        return { path: "quickjs.wasm", namespace: "packed", pluginData };
      });
      onLoad({ filter: /./, namespace: "packed" }, async ({ pluginData }) => {
        return { contents: await packed(pluginData), loader: "text" };
      });
    },
  };
}

/** @param {string} path */
async function packed(path) {
  const bytes = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).toString("base64");
}
