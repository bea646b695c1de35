// Figures for people, as ratios within one run; nothing here decides a test. Needs a build, for what is started as a
// command; the rest is bundled here from the sources, as the build does it, and goes with the run.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const outdir = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
try {
  await build({
    entryPoints: ["test/bench/bench.ts", "test/bench/rig/measurer.ts", "src/parts/run-part.js"],
    absWorkingDir: root,
    outdir,
    entryNames: "[name]",
    bundle: true,
    keepNames: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["proxy-agent", "pac-resolver", "quickjs-wasi"],
    logLevel: "warning",
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
  const { bench } = await import(join(outdir, "bench.js"));
  await bench(root, process.argv.slice(2));
} finally {
  rmSync(outdir, { recursive: true });
}
