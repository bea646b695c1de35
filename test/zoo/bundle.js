import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the zoo into a folder, to run as JavaScript under any Node: `run.mjs`, `serve.mjs` and `on-nodes.mjs`.
 * @param {string} folder
 */
export async function bundle(folder) {
  await build({
    entryPoints: ["run", "serve", "on-nodes"].map((name) =>
      fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
    ),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    outExtension: { ".js": ".mjs" },
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: "warning",
  });
}
