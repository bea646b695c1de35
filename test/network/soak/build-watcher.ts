import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    watcher: string;
  }
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

let folder: string | undefined;

/** Bundles, as the build does, the program that watches, with the processes that it starts. */
export async function setup({ provide }: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "watcher-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await build({
    entryPoints: ["test/network/soak/watcher.ts", "src/parts/run-part.js"],
    absWorkingDir: ROOT,
    outdir: folder,
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
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
  provide("watcher", join(folder, "watcher.js"));
}

/** Takes it away. */
export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
