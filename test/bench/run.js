// Figures for people, as ratios within one run; nothing here decides a test. Needs a build, for what is started as a
// command; the rest is bundled here from the sources, as the build does it, and goes with the run.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bring, nodeIn } from "../../packaging/brought.js";
import { bundlePrograms } from "../rig/bundle.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Tests and their rigs find programs of theirs beside their sources, which in a bundle have no place of their own. */
const inPlace = {
  name: "in-place",
  /** @param {import("esbuild").PluginBuild} build */
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/test\/(network|conformance)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", `"${pathToFileURL(path)}"`),
      loader: "ts",
    })),
};
const outdir = mkdtempSync(join(tmpdir(), "proxy-doctor-bench-"));
try {
  const programs = ["bench.ts", "rig/measurer.ts", "rig/parse-all.js", "rig/tell-usage.js"];
  await bundlePrograms(
    programs.map((name) => `test/bench/${name}`),
    outdir,
    [inPlace],
  );
  const { bench } = await import(join(outdir, "bench.js"));
  const program = join(root, "release", `proxy-doctor-linux-${process.arch}`);
  const executable = existsSync(program) ? { program, node: nodeIn(await bring(), process.arch) } : undefined;
  await bench(root, executable, process.argv.slice(2));
} finally {
  rmSync(outdir, { recursive: true });
}
// Not when all is closed, which what a company's servers had to do with each other may never be.
process.exit();
